package id.tanggap.notification;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.test.KafkaPeers;
import id.tanggap.notification.support.AgencyPublisher;
import id.tanggap.notification.support.Database;
import id.tanggap.notification.support.Duty;
import id.tanggap.notification.support.OnChannels;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** For what nobody is woken. */
@QuarkusTest
class LadderBeginTest extends OnChannels {

    private static final String DEWI = "+6281300000007";

    @Test
    void an_acceptance_that_came_first_wakes_nobody() {
        Duty.officer("damkar1", "Dewi", Map.of("WHATSAPP", DEWI));
        tickets.publish("damkar", ticket, 1, assignment, "ResourcesEnroute");
        await().atMost(PATIENCE)
                .until(() -> !Database.column("select 1 from feed_event where ticket_id = '" + ticket + "'")
                        .isEmpty());
        UUID ladder = tickets.missed("damkar", ticket, assignment, "ACCEPT", "FIRE");

        await().atMost(PATIENCE).until(() -> stoppedBy(ladder).equals(List.of("ACCEPTED")));
        assertEquals(0, servers.meta.messages.size());
    }

    @Test
    void an_acceptance_that_is_just_being_stored_wakes_nobody() throws Exception {
        Duty.officer("damkar1", "Dewi", Map.of("WHATSAPP", DEWI));
        tickets.publish("damkar", ticket, 1, assignment, "Active");
        tickets.publish("damkar", ticket, 2, assignment, "ResourcesAssigned");
        await().atMost(PATIENCE).until(() -> stored().size() == 2);
        try (Connection storing = Database.connect();
                Statement statement = storing.createStatement()) {
            // As it was before: the second of the two is under way in another replica, and the step is missed
            // meanwhile.
            Database.update("create table under_way as select * from feed_event where position = " + stored().getLast()
                    + " and agency = 'damkar'");
            Database.update("delete from feed_event f using under_way u"
                    + " where f.agency = u.agency and f.position = u.position");
            storing.setAutoCommit(false);
            statement.execute("update feed_counter set last_position = last_position where agency = 'damkar'");
            statement.execute("insert into feed_event select * from under_way");
            UUID ladder = tickets.missed("damkar", ticket, assignment, "ACCEPT", "FIRE");
            Database.awaitBlockedBy(storing);
            storing.commit();

            await().atMost(PATIENCE).until(() -> stoppedBy(ladder).equals(List.of("ACCEPTED")));
            assertEquals(0, servers.meta.messages.size());
        } finally {
            Database.update("drop table if exists under_way");
        }
    }

    private List<String> stored() {
        return Database.column("select position from feed_event where agency = 'damkar' and ticket_id = '" + ticket
                + "' order by position");
    }

    @Test
    void tickets_of_tests_and_other_steps_wake_nobody_and_what_cannot_be_read_is_kept_apart() {
        Duty.officer("damkar1", "Dewi", Map.of("WHATSAPP", DEWI));
        tickets.publish("damkar", ticket, 1, assignment, "Active");
        tickets.missed("damkar", ticket, assignment, "ACCEPT", "TEST");
        tickets.missed("damkar", ticket, assignment, "ON_SCENE", "FIRE");
        tickets.send(
                AgencyPublisher.record("ticket.escalation.v1", UUID.randomUUID(), ticket, 1, "{\"step\":\"ACCEPT\"}"));
        // All of one ticket were seen when the last was: of a part that is the agency's no more.
        UUID last = tickets.missed("damkar", ticket, UUID.randomUUID(), "ACCEPT", "FIRE");

        await().atMost(PATIENCE).until(() -> stoppedBy(last).equals(List.of("REPLACED")));
        assertEquals(
                List.of(last.toString()),
                Database.column("select ladder_id from ladder where ticket_id = '" + ticket + "'"));
        assertEquals(0, servers.meta.messages.size());
        try (var consumer = KafkaPeers.consumer("admin")) {
            consumer.subscribe(List.of("notification.ticket.escalation.v1.dlq"));
            await().atMost(PATIENCE).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    if (ticket.equals(record.key())) {
                        return true;
                    }
                }
                return false;
            });
        }
    }

    private static List<String> stoppedBy(UUID ladder) {
        return Database.column("select stopped_by from ladder where ladder_id = '" + ladder + "'");
    }
}
