package id.tanggap.notification;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Api;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.ManyReceivers;
import id.tanggap.notification.support.ManyReceivers.Told;
import id.tanggap.notification.support.TurnRatios;
import id.tanggap.notification.support.TurnRatios.Pair;
import id.tanggap.notification.support.WebhookReceiver;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Measures how long a ticket takes from its agency's topic to each of 950 destinations, without and with 50 more that take a
 * request and never answer; and how long one takes to the last of an agency's 100. Every destination has an address of its own
 * on this machine.
 *
 * <p>Tickets come all the time and wait for nothing, at a rate that leaves two cores some air: at one that does not, a p95 tells
 * how full the machine is. Turns of some 1,100 deliveries go A B B A, and a ratio is one of two turns beside each other; that of
 * two turns of the same kind says what the machine does by itself. It prints and judges nothing.
 *
 * <p>Run with {@code mvn test -pl notification-service -am -Dtest=DestinationsBench -Dsurefire.failIfNoSpecifiedTests=false
 * -Dtanggap.bench=true -Dtanggap.webhook.timeout=10s -Dtanggap.webhook.lease=30s -Dtanggap.webhook.poll=500ms
 * -Dtanggap.webhook.expire-interval=1m -Dtanggap.webhook.retry.urgent.first=1s -Dtanggap.webhook.retry.urgent.longest=45s},
 * which is as in production, for five to six minutes. With {@code -Dtanggap.webhook.max-in-flight=48} besides, those that hang can take
 * every place there is, and the ratio must show it.
 */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
@EnabledIfSystemProperty(named = "tanggap.bench", matches = "true")
class DestinationsBench {

    private static final List<String> AGENCIES =
            List.of("damkar", "bpbd", "dinkes", "polres", "pdam", "pln", "dpupr", "dishub", "dlh", "dinsos");
    private static final String ALONE = "satpolpp";
    private static final int EACH = 100;
    /** Of each agency's hundred. */
    private static final int SICK = 5;

    private static final long GAP_MILLIS = Long.getLong("tanggap.bench.gap", 500);
    private static final int WARM_UP = 100;
    private static final int ONE_BY_ONE = 20;
    /** Each of four turns, A B B A. */
    private static final int PERIODS = Integer.getInteger("tanggap.bench.periods", 5);
    /** Tickets of a turn: of 95 deliveries that count. */
    private static final int TURN = 12;
    /** Between those that begin to hang: all at once they would also time out at once, for ever. */
    private static final int APART = 4;

    private int next;

    @Test
    void measure() throws Exception {
        try (ManyReceivers receivers = new ManyReceivers();
                AgencyPublisher tickets = new AgencyPublisher()) {
            subscribe(receivers.port());
            hang(receivers, tickets, false);
            stream(receivers, tickets, WARM_UP);
            hang(receivers, tickets, true);
            hang(receivers, tickets, false);
            alone(receivers, tickets);
            List<double[]> without = new ArrayList<>();
            List<double[]> with = new ArrayList<>();
            for (int period = 0; period < PERIODS; period++) {
                without.add(turn(receivers, tickets, "without"));
                hang(receivers, tickets, true);
                with.add(turn(receivers, tickets, "50 hang"));
                with.add(turn(receivers, tickets, "50 hang"));
                hang(receivers, tickets, false);
                without.add(turn(receivers, tickets, "without"));
            }
            report(without, with);
        }
    }

    /** Those that hang are there, or are not there at all; tickets go on meanwhile. */
    private void hang(ManyReceivers receivers, AgencyPublisher tickets, boolean there) throws InterruptedException {
        if (there) {
            for (int number = 1; number <= SICK; number++) {
                Database.update("update subscription set deleted_at = null where url like '%/sick/" + number + "'");
                stream(receivers, tickets, APART);
            }
        } else {
            Database.update("update subscription set deleted_at = now() where url like '%/sick/%'");
            receivers.release();
            stream(receivers, tickets, APART);
        }
    }

    private double[] turn(ManyReceivers receivers, AgencyPublisher tickets, String arm) throws InterruptedException {
        List<Told> told = stream(receivers, tickets, TURN);
        receivers.awaitAll();
        double[] took = told.stream()
                .flatMapToDouble(each -> Arrays.stream(each.took()))
                .toArray();
        print(arm, took);
        return took;
    }

    /** So many, of one agency after the other, whatever has become of those before. */
    private List<Told> stream(ManyReceivers receivers, AgencyPublisher tickets, int count) throws InterruptedException {
        List<Told> told = new ArrayList<>();
        long begun = System.nanoTime();
        for (int i = 0; i < count; i++) {
            told.add(tell(receivers, tickets, AGENCIES.get(next++ % AGENCIES.size()), EACH - SICK));
            Thread.sleep(Math.max(0, (i + 1) * GAP_MILLIS - (System.nanoTime() - begun) / 1_000_000));
        }
        return told;
    }

    private static Told tell(ManyReceivers receivers, AgencyPublisher tickets, String agency, int destinations) {
        String ticket = UUID.randomUUID().toString();
        Told told = receivers.expect(ticket, destinations);
        tickets.publish(agency, ticket, 1, "OPENED", 9);
        return told;
    }

    private void alone(ManyReceivers receivers, AgencyPublisher tickets) throws InterruptedException {
        List<Double> last = new ArrayList<>();
        for (int i = 0; i < ONE_BY_ONE; i++) {
            Told told = tell(receivers, tickets, ALONE, EACH);
            receivers.awaitAll();
            last.add(Arrays.stream(told.took()).max().orElseThrow());
            Thread.sleep(GAP_MILLIS);
        }
        double[] sorted = last.stream().mapToDouble(Double::doubleValue).toArray();
        System.out.printf(
                Locale.ROOT,
                "one ticket to the last of 100 destinations: p50 %.0f ms, max %.0f ms, of %d%n",
                TurnRatios.quantile(sorted, 0.5),
                TurnRatios.quantile(sorted, 1),
                ONE_BY_ONE);
    }

    /** As the interface would make them, but not through it: a thousand checks of addresses are not what is measured. */
    private static void subscribe(int port) {
        try (WebhookReceiver any = WebhookReceiver.answering(200)) {
            String model = Api.subscribe("pusat1", any.url()).id();
            for (int agency = 0; agency < AGENCIES.size(); agency++) {
                insert(AGENCIES.get(agency), agency, port, SICK, model);
            }
            insert(ALONE, AGENCIES.size(), port, 0, model);
        }
    }

    private static void insert(String agency, int number, int port, int sick, String model) {
        Database.update(
                """
                insert into subscription (subscription_id, agency, url, sealed_secret, created_at)
                select uuidv7(), '%1$s',
                       'http://127.9.%2$d.' || i || ':%3$d/' || case when i <= %4$d then 'sick/' || i else 'well' end,
                       m.sealed_secret, now()
                  from subscription m, generate_series(1, %5$d) i where m.subscription_id = '%6$s'
                """
                        .formatted(agency, number, port, sick, EACH, model));
    }

    private static void report(List<double[]> without, List<double[]> with) {
        List<Pair> pairs = new ArrayList<>();
        List<Pair> same = new ArrayList<>();
        for (int turn = 0; turn < with.size(); turn++) {
            pairs.add(new Pair(with.get(turn), without.get(turn)));
            if (turn % 2 == 1) {
                same.add(new Pair(with.get(turn), with.get(turn - 1)));
            } else if (turn > 0) {
                same.add(new Pair(without.get(turn), without.get(turn - 1)));
            }
        }
        print("without, all", join(without));
        print("50 hang, all", join(with));
        System.out.println("p95 while 50 hang to that without them, all deliveries: " + TurnRatios.pooled(pairs));
        System.out.println(
                "the same of two turns side by side, median of " + pairs.size() + ": " + TurnRatios.median(pairs));
        System.out.println("of two turns alike, median of " + same.size() + ": " + TurnRatios.median(same));
        System.out.println("more than one attempt, of those that do not hang: "
                + Database.column("select count(*) from delivery d join subscription s using (subscription_id)"
                        + " where s.url like '%/well' and d.attempts > 1"));
    }

    private static double[] join(List<double[]> turns) {
        return turns.stream().flatMapToDouble(Arrays::stream).toArray();
    }

    private static void print(String what, double[] took) {
        System.out.printf(
                Locale.ROOT,
                "%-14s %6d deliveries: p50 %.0f ms, p95 %.0f ms, max %.0f ms%n",
                what,
                took.length,
                TurnRatios.quantile(took, 0.5),
                TurnRatios.quantile(took, 0.95),
                TurnRatios.quantile(took, 1));
    }
}
