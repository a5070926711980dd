package id.tanggap.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.stack.Server;
import id.tanggap.system.Destinations.Arrival;
import id.tanggap.system.Destinations.Destination;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * notification-service is killed again and again, at moments that nobody chose, while it brings 10,000 webhooks to a hundred
 * destinations, and they are counted there. {@code -Dtanggap.seed=<n>} tries the moments of an earlier run again.
 */
abstract class DeliveriesKilled {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final List<String> AGENCIES =
            List.of("damkar", "bpbd", "dinkes", "polres", "pdam", "pln", "dpupr", "dishub", "dlh", "dinsos");
    private static final int DESTINATIONS = 10;
    private static final int TICKETS = 20;
    private static final int CHANGES = 5;
    private static final int EACH = TICKETS * CHANGES;
    private static final int ALL = AGENCIES.size() * DESTINATIONS * EACH;
    private static final int KILLS = 3;

    private static WholeSystem system;

    @BeforeAll
    static void start() throws IOException {
        system = WholeSystem.up();
    }

    @Test
    void eachDeliveryArrivesUnderOneIdAndInOrderHoweverOftenTheServiceIsKilled() throws Exception {
        long seed = Long.getLong("tanggap.seed", System.nanoTime());
        System.out.println("DeliveriesKilled: seed " + seed);
        Random random = new Random(seed);
        Server service = system.member("notification-service");
        try (Broker broker = new Broker(system.config())) {
            Map<String, Long> deadBefore = broker.deadLetters();
            Map<String, List<UUID>> tickets = tickets(random);
            Set<String> all = tickets.values().stream()
                    .flatMap(List::stream)
                    .map(UUID::toString)
                    .collect(Collectors.toSet());
            try (Destinations destinations = new Destinations(system.config(), AGENCIES, DESTINATIONS, all, seed)) {
                tellOf(tickets);
                List<Integer> killedAt = killAgainAndAgain(service, destinations, random);
                await().pollInterval(Duration.ofMillis(100))
                        .atMost(PATIENCE)
                        .until(() -> destinations.arrived() >= ALL);
                await().atMost(PATIENCE).until(() -> allTold(destinations));

                int arrivals = 0;
                for (Destination destination : destinations.all()) {
                    arrivals += destination.arrivals().size();
                    assertEachUnderOneId(destination);
                    assertInOrder(destination);
                }
                System.out.printf(
                        "killed with %s of %d arrived; %d came again under their own ids%n",
                        killedAt, ALL, arrivals - ALL);
            } finally {
                if (!service.alive()) {
                    service.start();
                }
            }
            assertEquals(deadBefore, broker.deadLetters(), "a kill is no reason to give a record up");
        }
    }

    private static Map<String, List<UUID>> tickets(Random random) {
        return AGENCIES.stream()
                .collect(Collectors.toMap(
                        agency -> agency,
                        agency -> Stream.generate(() -> new UUID(random.nextLong(), random.nextLong()))
                                .limit(TICKETS)
                                .toList(),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    /**
     * As fast as the broker takes them, and the changes of a ticket at once: only the service's own care keeps the second from
     * overtaking the first.
     */
    private static void tellOf(Map<String, List<UUID>> tickets) {
        try (TicketNews news = new TicketNews(system.config())) {
            for (int number = 0; number < TICKETS; number++) {
                for (String agency : AGENCIES) {
                    for (int change = 1; change <= CHANGES; change++) {
                        news.tell(agency, tickets.get(agency).get(number), change, number % 2 == 0 ? 9 : 5);
                    }
                }
            }
            news.flush();
        }
    }

    /** Each time when some more have arrived than the last time; how many had, each time. */
    private static List<Integer> killAgainAndAgain(Server service, Destinations destinations, Random random)
            throws InterruptedException {
        List<Integer> killedAt = new ArrayList<>();
        int part = ALL / (KILLS + 1);
        for (int kill = 0; kill < KILLS; kill++) {
            int moment = kill * part + random.nextInt(part);
            await().pollInterval(Duration.ofMillis(10)).atMost(PATIENCE).until(() -> destinations.arrived() >= moment);
            Thread.sleep(random.nextInt(100));
            service.kill();
            int arrived = destinations.arrived();
            assertTrue(arrived < ALL, "killed in the middle");
            killedAt.add(arrived);
            service.start();
        }
        return killedAt;
    }

    private static boolean allTold(Destinations destinations) throws NotAccepted, InterruptedException {
        for (Destination destination : destinations.all()) {
            Map<String, String> told = destinations.told(destination);
            if (told.size() < EACH || !Set.copyOf(told.values()).equals(Set.of("DELIVERED"))) {
                return false;
            }
            assertEquals(ids(destination), told.keySet(), "what the service says and what has arrived");
        }
        return true;
    }

    private static Set<String> ids(Destination destination) {
        Set<String> ids = new HashSet<>();
        destination.arrivals().forEach(arrival -> ids.add(arrival.id()));
        return ids;
    }

    private static void assertEachUnderOneId(Destination destination) {
        Map<String, Set<String>> idsByChange = new HashMap<>();
        for (Arrival arrival : destination.arrivals()) {
            idsByChange
                    .computeIfAbsent(arrival.ticket() + "/" + arrival.sequence(), change -> new HashSet<>())
                    .add(arrival.id());
        }
        assertEquals(EACH, idsByChange.size(), "changes that arrived");
        assertEquals(EACH, ids(destination).size(), "ids under which they did");
        idsByChange.forEach((change, ids) -> assertEquals(1, ids.size(), change + " under " + ids));
    }

    private static void assertInOrder(Destination destination) {
        Map<String, Integer> newest = new HashMap<>();
        for (Arrival arrival : destination.arrivals()) {
            int before = newest.getOrDefault(arrival.ticket(), 1);
            // The same again is a repeat, the next one progress; none is left out, and none comes after a later one.
            assertTrue(
                    arrival.sequence() == before || arrival.sequence() == before + 1,
                    () -> "change " + arrival.sequence() + " of " + arrival.ticket() + " after " + before);
            newest.put(arrival.ticket(), arrival.sequence());
        }
    }
}
