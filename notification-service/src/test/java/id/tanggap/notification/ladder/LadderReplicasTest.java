package id.tanggap.notification.ladder;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.channel.whatsapp.CloudApi;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.Duty;
import id.tanggap.notification.support.Peers;
import id.tanggap.platform.tx.OwnContext;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Several replicas look after the ladders of one database, and some are killed: each rung is climbed once, and its people are
 * told. The sweep of the service under test is one replica; the test's own sweeps are others.
 */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
@WithTestResource(value = Peers.class, scope = TestResourceScope.GLOBAL)
class LadderReplicasTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String DEWI = "+6281300000007";
    private static final int LADDERS = 12;
    private static final int OTHERS = 3;
    private static final int ROUNDS = 5;

    @Inject
    Ladders ladders;

    @Inject
    Vertx vertx;

    private AgencyPublisher tickets;
    private CloudApi meta;

    @BeforeEach
    void open() throws Exception {
        tickets = new AgencyPublisher();
        meta = new CloudApi(Peers.portOf("whatsapp"));
        Duty.officer("damkar1", "Dewi", Map.of("WHATSAPP", DEWI));
    }

    @AfterEach
    void close() {
        Database.update("drop trigger if exists killed on delivery");
        Database.update("update ladder set next_at = null, stopped_at = now() where stopped_at is null");
        Database.update("update delivery set status = 'CANCELLED', finished_at = now() where finished_at is null");
        Database.update("delete from officer");
        tickets.close();
        meta.close();
    }

    @Test
    void replicas_that_look_at_once_climb_each_rung_once() {
        List<UUID> begun = Stream.generate(this::missed).limit(LADDERS).toList();
        await().atMost(PATIENCE).until(() -> meta.messages.size() == LADDERS);
        // As if none of it had been told: the first rung of all is due again, at the same moment.
        again();

        List<CompletableFuture<Integer>> others =
                Stream.generate(this::sweep).limit(OTHERS).toList();
        others.forEach(CompletableFuture::join);

        await().atMost(PATIENCE).until(() -> meta.messages.size() == 2 * LADDERS);
        await().during(Duration.ofMillis(300)).until(() -> meta.messages.size() == 2 * LADDERS);
        begun.forEach(ladder -> assertEquals(List.of("WHATSAPP 1"), rungs(ladder)));
    }

    @Test
    void a_rung_that_a_killed_replica_had_in_hand_is_climbed_once_by_another() throws Exception {
        try (Connection holding = Database.connect();
                Statement statement = holding.createStatement()) {
            holding.setAutoCommit(false);
            // Whoever climbs has the ladder's row by then, and stops at the roster.
            statement.execute("lock table officer in access exclusive mode");
            UUID ladder = missed();
            String pid = Database.awaitBlockedBy(holding);

            assertFalse(climbOne().orTimeout(30, TimeUnit.SECONDS).join(), "another replica has it in hand");
            Database.column("select pg_terminate_backend(" + pid + ")");
            assertEquals(List.of(), rungs(ladder));
            holding.rollback();

            await().atMost(PATIENCE).until(() -> !meta.messages.isEmpty());
            await().during(Duration.ofMillis(300)).until(() -> meta.messages.size() == 1);
            assertEquals(List.of("WHATSAPP 1"), rungs(ladder));
        }
    }

    @Test
    void replicas_that_are_killed_at_random_climb_each_rung_once() {
        List<UUID> begun = Stream.generate(this::missed).limit(LADDERS).toList();
        await().atMost(PATIENCE).until(() -> meta.messages.size() == LADDERS);
        int killed = 0;
        for (int round = 1; round <= ROUNDS; round++) {
            again();
            List<CompletableFuture<Integer>> others =
                    Stream.generate(this::sweep).limit(OTHERS).toList();
            int now = 0;
            while (now == 0 && !climbed(begun)) {
                now = kill();
            }
            killed += now;
            // Whose connection was killed climbs no further; the others do, and the service's own look.
            others.forEach(other -> other.exceptionally(killedInTheMiddle -> 0).join());
            await().atMost(PATIENCE).until(() -> climbed(begun));
            int times = 1 + round;
            begun.forEach(ladder -> assertEquals(times, sent(ladder).size(), "messages of " + times + " climbs"));
        }

        assertTrue(killed > 0, "nothing was killed in the middle");
        await().atMost(PATIENCE).until(() -> meta.messages.size() >= (1 + ROUNDS) * LADDERS);
    }

    private static boolean climbed(List<UUID> ladders) {
        return ladders.stream().allMatch(ladder -> rungs(ladder).equals(List.of("WHATSAPP 1")));
    }

    /** Ends the connections of those who are at work with the database; how many. */
    private static int kill() {
        return Database.column("select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user"
                        + " and pid <> pg_backend_pid() and state <> 'idle' and backend_type = 'client backend'")
                .size();
    }

    @Test
    void a_rung_whose_replica_is_killed_before_it_is_sent_is_sent_once_by_another() {
        // The replica that takes the message is dead at once: it has the lease and never sends.
        Database.update(
                """
                create or replace function take_and_die() returns trigger language plpgsql as $$
                begin
                    new.lease_owner := 'killed'; new.leased_until := now() + interval '1 second';
                    new.attempts := 1; new.tries := 1; new.attempted_at := now();
                    return new;
                end $$
                """);
        Database.update("create trigger killed before insert on delivery for each row"
                + " when (new.ladder_id is not null) execute function take_and_die()");
        UUID ladder = missed();

        await().atMost(PATIENCE).until(() -> sent(ladder).equals(List.of("DELIVERED 2")));
        await().during(Duration.ofMillis(300)).until(() -> meta.messages.size() == 1);
        assertEquals(List.of("WHATSAPP 1"), rungs(ladder));
    }

    private UUID missed() {
        String ticket = UUID.randomUUID().toString();
        UUID assignment = UUID.randomUUID();
        tickets.publish("damkar", ticket, 1, assignment, "Active");
        return tickets.missed("damkar", ticket, assignment, "ACCEPT", "FIRE");
    }

    private static void again() {
        Database.update(
                """
                with forgotten as (delete from ladder_rung r using ladder l
                                    where r.ladder_id = l.ladder_id and l.stopped_at is null)
                update ladder set climbed = 0, next_at = now() where stopped_at is null
                """);
    }

    /** As a replica does when its time has come; how many rungs it has climbed. */
    private CompletableFuture<Integer> sweep() {
        return climbOne()
                .thenCompose(climbed ->
                        climbed ? sweep().thenApply(more -> more + 1) : CompletableFuture.completedFuture(0));
    }

    private CompletableFuture<Boolean> climbOne() {
        Uni<Boolean> one = OwnContext.run(vertx, ladders::climbOne);
        return one.subscribeAsCompletionStage();
    }

    private static List<String> rungs(UUID ladder) {
        return Database.column(
                "select rung || ' ' || told from ladder_rung where ladder_id = '" + ladder + "' order by done_at");
    }

    private static List<String> sent(UUID ladder) {
        return Database.column("select status || ' ' || attempts from delivery where ladder_id = '" + ladder + "'");
    }
}
