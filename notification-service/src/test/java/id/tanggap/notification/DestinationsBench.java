package id.tanggap.notification;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.WebhookReceiver;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how long a ticket takes from its agency's topic to each of 950 destinations, in turns without and with 50 more that
 * take a request and never answer: of ten agencies' tickets one after the other, and of all ten at once, which is as much as
 * this machine can do; and how long one ticket takes to the last of an agency's 100. The turns alternate in one run, for a
 * machine that warms up or has others on it would else decide the ratio. Every destination has an address of its own on this
 * machine. Run with {@code mvn test -pl notification-service -am -Dtest=DestinationsBench
 * -Dsurefire.failIfNoSpecifiedTests=false -Dtanggap.bench=true -Dtanggap.webhook.timeout=10s -Dtanggap.webhook.lease=30s
 * -Dtanggap.webhook.poll=500ms -Dtanggap.webhook.expire-interval=1m -Dtanggap.webhook.retry.urgent.first=1s
 * -Dtanggap.webhook.retry.urgent.longest=45s}, which is as in production. It prints and judges nothing.
 */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
@EnabledIfSystemProperty(named = "tanggap.bench", matches = "true")
class DestinationsBench {

    private static final List<String> AGENCIES =
            List.of("damkar", "bpbd", "dinkes", "polres", "pdam", "pln", "dpupr", "dishub", "dlh", "dinsos");
    private static final int EACH = 100;
    /** Of each agency's hundred. */
    private static final int SICK = 5;

    private static final int WARM_UP = 6;
    private static final int TURNS = 3;
    private static final int APART = 4;
    private static final int AT_ONCE = 3;
    /** About half of what one machine of two cores delivers, tests' servers included. */
    private static final long GAP_MILLIS = 500;

    private static final long PAUSE_MILLIS = 500;
    /** Longer than an attempt may take: by then those that hang fill what is theirs, or have left it. */
    private static final Duration SETTLED = Duration.ofSeconds(12);

    private static final Pattern TICKET = Pattern.compile("\"ticketId\":\"([^\"]+)\"");

    private final Map<String, Long> published = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger arrived = new AtomicInteger();

    @Test
    void measure() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(0), 2_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
        try (AgencyPublisher tickets = new AgencyPublisher()) {
            subscribe(server.getAddress().getPort());
            sick(false);
            rounds(tickets, WARM_UP, AGENCIES, 0);
            print("one ticket alone", rounds(tickets, 3 * APART, AGENCIES.subList(0, 1), 0));
            List<Turn> without = new ArrayList<>();
            List<Turn> with = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                without.add(turn(tickets, false));
                with.add(turn(tickets, true));
                ratio(
                        "apart, turn " + (turn + 1),
                        with.get(turn).apart(),
                        without.get(turn).apart());
                ratio(
                        "at once, turn " + (turn + 1),
                        with.get(turn).atOnce(),
                        without.get(turn).atOnce());
            }
            compare("apart", without, with, Turn::apart);
            compare("at once", without, with, Turn::atOnce);
        } finally {
            server.stop(0);
        }
    }

    /** Milliseconds: to each destination, and to the last of an agency's. */
    private record Times(List<Double> each, List<Double> last) {

        static Times of(List<Times> turns) {
            return new Times(
                    turns.stream().flatMap(turn -> turn.each().stream()).toList(),
                    turns.stream().flatMap(turn -> turn.last().stream()).toList());
        }
    }

    /** Of tickets one after the other, and of all at once. */
    private record Turn(Times apart, Times atOnce) {}

    private Turn turn(AgencyPublisher tickets, boolean sick) throws InterruptedException {
        sick(sick);
        settle(tickets);
        return new Turn(rounds(tickets, APART, AGENCIES, GAP_MILLIS), rounds(tickets, AT_ONCE, AGENCIES, 0));
    }

    /** Whether those that hang are there at all. */
    private static void sick(boolean there) {
        Database.update(
                "update subscription set deleted_at = " + (there ? "null" : "now()") + " where url like '%/sick'");
    }

    private void settle(AgencyPublisher tickets) throws InterruptedException {
        long until = System.nanoTime() + SETTLED.toNanos();
        while (System.nanoTime() < until) {
            rounds(tickets, 1, AGENCIES, GAP_MILLIS);
        }
    }

    private Times rounds(AgencyPublisher tickets, int count, List<String> agencies, long gapMillis)
            throws InterruptedException {
        List<Double> each = new ArrayList<>();
        List<Double> last = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            published.clear();
            arrivals.clear();
            arrived.set(0);
            for (String agency : agencies) {
                String ticket = UUID.randomUUID().toString();
                arrivals.put(ticket, new ArrayList<>());
                published.put(ticket, System.nanoTime());
                tickets.publish(agency, ticket, 1, "OPENED", 9);
                Thread.sleep(gapMillis);
            }
            while (arrived.get() < agencies.size() * (EACH - SICK)) {
                Thread.sleep(5);
            }
            published.forEach((ticket, at) -> {
                List<Double> times = arrivals.get(ticket).stream()
                        .map(arrival -> (arrival - at) / 1e6)
                        .sorted()
                        .toList();
                each.addAll(times);
                last.add(times.getLast());
            });
            Thread.sleep(PAUSE_MILLIS);
        }
        return new Times(each, last);
    }

    private void receive(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        long now = System.nanoTime();
        boolean sick = exchange.getRequestURI().getPath().startsWith("/sick");
        Matcher ticket = TICKET.matcher(body);
        if (!sick && ticket.find() && arrivals.containsKey(ticket.group(1))) {
            List<Long> times = arrivals.get(ticket.group(1));
            synchronized (times) {
                times.add(now);
            }
            arrived.incrementAndGet();
        }
        if (sick) {
            return;
        }
        exchange.sendResponseHeaders(200, -1);
        exchange.close();
    }

    /** As the interface would make them, but not through it: a thousand checks of addresses are not what is measured. */
    private static void subscribe(int port) {
        try (WebhookReceiver any = WebhookReceiver.answering(200)) {
            String model = Api.subscribe("pusat1", any.url()).id();
            for (int agency = 0; agency < AGENCIES.size(); agency++) {
                Database.update(
                        """
                        insert into subscription (subscription_id, agency, url, sealed_secret, created_at)
                        select uuidv7(), '%1$s',
                               'http://127.9.%2$d.' || i || ':%3$d/' || case when i <= %4$d then 'sick' else 'well' end,
                               m.sealed_secret, now()
                          from subscription m, generate_series(1, %5$d) i where m.subscription_id = '%6$s'
                        """
                                .formatted(AGENCIES.get(agency), agency, port, SICK, EACH, model));
            }
        }
    }

    private static double quantile(List<Double> values, double quantile) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(quantile * sorted.size())));
    }

    private static void print(String what, Times times) {
        System.out.printf(
                Locale.ROOT,
                "%-18s to each p50 %.0f ms, p95 %.0f ms; to the last of 100 p50 %.0f ms, max %.0f ms%n",
                what,
                quantile(times.each(), 0.5),
                quantile(times.each(), 0.95),
                quantile(times.last(), 0.5),
                quantile(times.last(), 1));
    }

    private static void compare(String load, List<Turn> without, List<Turn> with, Function<Turn, Times> times) {
        List<Times> healthy = without.stream().map(times).toList();
        List<Times> hanging = with.stream().map(times).toList();
        print(load + ", without", Times.of(healthy));
        print(load + ", 50 hang", Times.of(hanging));
        ratio(load + ", all turns", Times.of(hanging), Times.of(healthy));
    }

    private static void ratio(String what, Times with, Times without) {
        System.out.printf(
                Locale.ROOT,
                "p95 while 50 hang to that without them, %s: %.2f%n",
                what,
                quantile(with.each(), 0.95) / quantile(without.each(), 0.95));
    }
}
