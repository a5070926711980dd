package id.tanggap.system;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.stack.Jdk;
import id.tanggap.local.stack.ManagedProcess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServiceSettings;
import id.tanggap.local.stack.TokenClient;
import id.tanggap.local.system.ServicePackage;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures 5,000 server-sent streams of all agencies at one process of notification-service with a heap of 512 MiB: its memory
 * and processor time, and how long news takes to each of them beside how long it takes to one stream an agency in the same
 * run. Each subscriber must have had all of its agency's news once. Run with {@code ./tanggap test -- -pl system-tests -am
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtest=CrowdBench -Dtanggap.bench=true}; it prints and judges nothing but loss.
 */
@EnabledIfSystemProperty(named = "tanggap.bench", matches = "true")
class CrowdBench {
    private static final int SUBSCRIBERS = Integer.getInteger("tanggap.subscribers", 5_000);
    private static final int WARM_UP = 20;
    private static final int ROUNDS = 40;
    private static final int BURST = 50;
    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Path ROOT =
            Path.of(System.getProperty("tanggap.root", "..")).toAbsolutePath().normalize();

    /** Milliseconds; to each subscriber, and to the last one. */
    private record Times(double p50, double p95, double lastP50, double lastMax) {}

    private final long[] toldAt = new long[2 * (WARM_UP + ROUNDS) + BURST];
    private int told;

    private static WholeSystem system;

    @BeforeAll
    static void start() throws IOException {
        system = WholeSystem.up();
    }

    @Test
    void measure() throws Exception {
        List<Server> others = Names.SERVICES.stream()
                .map(system::member)
                .filter(Server::alive)
                .toList();
        // They would take their share of the processors.
        others.forEach(Server::stop);
        ManagedProcess service = startCrowded();
        try (SubscriberCrowd crowd = new SubscriberCrowd(system.config().ports().notification(), toldAt.length);
                TicketNews news = new TicketNews(system.config())) {
            TokenClient tokens = new TokenClient(system.config());
            for (String agency : Names.AGENCIES) {
                crowd.open(tokens.user(agency + "1"));
            }
            rounds(crowd, news, WARM_UP);
            Times few = rounds(crowd, news, ROUNDS);
            memory("with " + crowd.all().size() + " streams", service);
            for (int i = crowd.all().size(); i < SUBSCRIBERS; i++) {
                crowd.open(tokens.user(Names.AGENCIES.get(i % Names.AGENCIES.size()) + "1"));
            }
            memory("with " + SUBSCRIBERS + " streams", service);
            rounds(crowd, news, WARM_UP);
            Duration before = cpu(service);
            Times many = rounds(crowd, news, ROUNDS);
            double cpu = cpu(service).minus(before).toMillis() / 1000.0;
            memory("after " + ROUNDS + " news to each", service);
            double burst = burst(crowd, news);
            memory("after " + BURST + " more at once", service);
            print("one stream an agency", few);
            print(SUBSCRIBERS + " streams", many);
            System.out.printf(
                    Locale.ROOT,
                    "p95 %.1f times the p50 to one stream; %.2f s of processor for %d messages, %.0f µs each; %d at once in %.1f s%n",
                    many.p95() / few.p50(),
                    cpu,
                    ROUNDS * SUBSCRIBERS,
                    cpu * 1e6 / (ROUNDS * SUBSCRIBERS),
                    BURST * SUBSCRIBERS,
                    burst);
            assertEquals(0, crowd.lost(), "streams that the server ended");
            assertEquals(
                    0,
                    crowd.all().stream()
                            .mapToInt(SubscriberCrowd.Subscriber::twice)
                            .sum(),
                    "news that came twice");
        } finally {
            service.kill();
            others.forEach(Server::start);
        }
    }

    private static ManagedProcess startCrowded() {
        Server usual = system.member("notification-service");
        Map<String, String> settings = new HashMap<>(ServiceSettings.properties(system.config(), usual.name()));
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put(
                "quarkus.http.port", Integer.toString(system.config().ports().notification()));
        settings.put("tanggap.stream.max-streams", Integer.toString(SUBSCRIBERS));
        settings.put("tanggap.stream.max-streams-per-agency", Integer.toString(SUBSCRIBERS));
        Path app = ServicePackage.of(ROOT.resolve(usual.name()));
        ManagedProcess process = system.config().process("crowded");
        process.launch(
                List.of(Jdk.java(), "-Xmx512m", "-jar", ServicePackage.jar(app).toString()),
                ServiceSettings.environment(settings),
                app);
        process.awaitReady(Server.START_LIMIT, usual::serves);
        return process;
    }

    /** One piece of news to all agencies at a time; the next one when the last has it. */
    private Times rounds(SubscriberCrowd crowd, TicketNews news, int count) throws InterruptedException {
        int first = told;
        for (int round = 0; round < count; round++) {
            int goal = crowd.arrivals() + crowd.all().size();
            tell(news);
            await(crowd, goal);
            Thread.sleep(PAUSE);
        }
        List<Double> each = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        for (int number = first; number < told; number++) {
            double latest = 0;
            for (SubscriberCrowd.Subscriber subscriber : crowd.all()) {
                double took = (subscriber.arrivedAt(number) - toldAt[number]) / 1e6;
                each.add(took);
                latest = Math.max(latest, took);
            }
            last.add(latest);
        }
        return new Times(quantile(each, 0.5), quantile(each, 0.95), quantile(last, 0.5), quantile(last, 1));
    }

    /** Seconds until everybody has many pieces of news that come at once. */
    private double burst(SubscriberCrowd crowd, TicketNews news) throws InterruptedException {
        int goal = crowd.arrivals() + BURST * crowd.all().size();
        long begun = System.nanoTime();
        for (int i = 0; i < BURST; i++) {
            tell(news);
        }
        await(crowd, goal);
        return (System.nanoTime() - begun) / 1e9;
    }

    private void tell(TicketNews news) {
        int number = told++;
        toldAt[number] = System.nanoTime();
        for (String agency : Names.AGENCIES) {
            news.tell(agency, UUID.randomUUID(), 1, 5, SubscriberCrowd.mark(number));
        }
        news.flush();
    }

    private static void await(SubscriberCrowd crowd, int goal) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
        while (crowd.arrivals() < goal) {
            if (System.nanoTime() > end) {
                throw new AssertionError("after two minutes " + (goal - crowd.arrivals())
                        + " are missing; streams ended by the server: " + crowd.lost());
            }
            Thread.sleep(1);
        }
    }

    private static void memory(String when, ManagedProcess service) throws IOException, InterruptedException {
        String pid = Long.toString(service.pid().orElseThrow());
        jcmd(pid, "GC.run");
        System.out.println(when + ": "
                + jcmd(pid, "GC.heap_info")
                        .lines()
                        .filter(line -> line.contains("used"))
                        .map(String::strip)
                        .limit(2)
                        .toList());
    }

    private static String jcmd(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(Jdk.java()).resolveSibling("jcmd").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor();
        return output;
    }

    private static Duration cpu(ManagedProcess service) {
        return ProcessHandle.of(service.pid().orElseThrow())
                .flatMap(process -> process.info().totalCpuDuration())
                .orElseThrow();
    }

    private static double quantile(List<Double> values, double quantile) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(quantile * sorted.size())));
    }

    private static void print(String what, Times times) {
        System.out.printf(
                Locale.ROOT,
                "%-22s to each p50 %.0f ms, p95 %.0f ms; to the last p50 %.0f ms, max %.0f ms%n",
                what,
                times.p50(),
                times.p95(),
                times.lastP50(),
                times.lastMax());
    }
}
