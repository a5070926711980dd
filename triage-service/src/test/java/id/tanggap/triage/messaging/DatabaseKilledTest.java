package id.tanggap.triage.messaging;

import static id.tanggap.triage.support.Published.header;
import static id.tanggap.triage.support.Published.json;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.triage.audio.Sounds;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.LongStream;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class DatabaseKilledTest {

    private static final String DEAD = "triage.intake.audio.v1.dlq";

    @Inject
    DataSource database;

    /** Ten seconds of quiet in forty chunks: one lost or heard twice would show in the seconds of the reason. */
    @Test
    void a_database_killed_in_the_middle_loses_nothing_and_repeats_nothing() {
        List<String> calls = new ArrayList<>();
        try (Intake intake = new Intake();
                Published assessments = new Published("triage.assessment.v1");
                Published dead = new Published(DEAD)) {
            for (int i = 0; i < 4; i++) {
                String call = Intake.newCall();
                calls.add(call);
                intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
                intake.sendSound(call, Sounds.silence(5), 0);
            }
            EmbeddedStack.postgres().kill();
            try {
                calls.forEach(call -> intake.sendSound(call, Sounds.silence(5), 20));
            } finally {
                EmbeddedStack.postgres().start();
            }
            // A call's end may overtake its sound, which is another topic: it is not sent until all was heard.
            calls.forEach(call -> {
                await().atMost(Published.PATIENCE).ignoreExceptions().until(() -> silenceMillis(call) == 10_000);
                intake.sendCall(
                        call, 2, Intake.call(call, "ref-" + call, "ENDED", "\"endedAt\": \"2025-05-20T02:00:20Z\""));
            });
            calls.forEach(call -> {
                assessments.await(
                        call, record -> json(record).get("reasons").toString().contains("Silent for 10"));
                var all = once(assessments.all(call));
                assertEquals(
                        LongStream.rangeClosed(1, all.size())
                                .mapToObj(Long::toString)
                                .toList(),
                        all.stream()
                                .map(record -> header(record, "ce_sequence"))
                                .toList());
                assertEquals(List.of(), dead.all(call));
            });
        }
    }

    /** Without repeats: what was published and could not be marked any more comes again, with the same id. */
    private static List<ConsumerRecord<String, byte[]>> once(List<ConsumerRecord<String, byte[]>> records) {
        Set<String> seen = new HashSet<>();
        return records.stream()
                .filter(record -> seen.add(header(record, "ce_id")))
                .toList();
    }

    private long silenceMillis(String call) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select silence_ms from call_evidence where call_id = ?")) {
            select.setString(1, call);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? row.getLong(1) : 0;
            }
        }
    }
}
