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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures, in one run, how long a ticket takes from its agency's topic to each of 950 destinations that are well, while 50
 * others are well, hang, and are well again; and how long until it has reached the last of an agency's 100. Every
 * destination has an address of its own on this machine. Run with {@code mvn test -pl notification-service -am
 * -Dtest=DestinationsBench -Dsurefire.failIfNoSpecifiedTests=false -Dtanggap.bench=true -Dtanggap.webhook.timeout=10s
 * -Dtanggap.webhook.lease=30s}. It prints and judges nothing.
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
    private static final int ROUNDS = 12;
    private static final long PAUSE_MILLIS = 2_000;
    private static final Pattern TICKET = Pattern.compile("\"ticketId\":\"([^\"]+)\"");

    private final Map<String, Long> published = new ConcurrentHashMap<>();
    private final Map<String, List<Long>> arrivals = new ConcurrentHashMap<>();
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile boolean hang;

    @Test
    void measure() throws Exception {
        HttpServer server = HttpServer.create(new InetSocketAddress(0), 2_000);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::receive);
        server.start();
        try (AgencyPublisher tickets = new AgencyPublisher()) {
            subscribe(server.getAddress().getPort());
            rounds(tickets, WARM_UP, AGENCIES);
            Result well = rounds(tickets, ROUNDS, AGENCIES);
            print("all are well", well);
            hang = true;
            rounds(tickets, WARM_UP, AGENCIES);
            Result sick = rounds(tickets, ROUNDS, AGENCIES);
            print("50 hang", sick);
            hang = false;
            Database.update("update delivery set status = 'CANCELLED', finished_at = now(), leased_until = null"
                    + " where finished_at is null");
            rounds(tickets, WARM_UP, AGENCIES);
            Result again = rounds(tickets, ROUNDS, AGENCIES);
            print("all are well again", again);
            print("one ticket alone", rounds(tickets, ROUNDS, AGENCIES.subList(0, 1)));
            System.out.printf(
                    Locale.ROOT,
                    "p95 while 50 hang to that of the two others: %.2f%n",
                    sick.p95() / ((well.p95() + again.p95()) / 2));
        } finally {
            server.stop(0);
        }
    }

    /** Milliseconds; to each destination, and to the last of an agency's. */
    private record Result(double p50, double p95, double lastP50, double lastMax) {}

    private Result rounds(AgencyPublisher tickets, int count, List<String> agencies) throws InterruptedException {
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
        return new Result(quantile(each, 0.5), quantile(each, 0.95), quantile(last, 0.5), quantile(last, 1));
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
        if (sick && hang) {
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

    private static void print(String what, Result result) {
        System.out.printf(
                Locale.ROOT,
                "%-18s to each p50 %.0f ms, p95 %.0f ms; to the last of 100 p50 %.0f ms, max %.0f ms%n",
                what,
                result.p50(),
                result.p95(),
                result.lastP50(),
                result.lastMax());
    }
}
