package id.tanggap.triage.messaging;

import static id.tanggap.triage.support.Published.json;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.triage.support.Intake;
import id.tanggap.triage.support.Published;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class LostUpdateTest {

    @Inject
    DataSource database;

    /** Another channel is in the middle of noting a pressed 55 when a report comes: reading before it commits would lose it. */
    @Test
    void evidence_waits_for_the_evidence_that_another_channel_is_noting() throws SQLException {
        String call = Intake.newCall();
        try (Intake intake = new Intake();
                Published assessments = new Published("triage.assessment.v1");
                Connection other = database.getConnection();
                Connection observer = database.getConnection()) {
            intake.sendCall(call, 1, Intake.call(call, "ref-" + call, "ANSWERED", ""));
            assessments.await(call, record -> true);

            other.setAutoCommit(false);
            try (Statement statement = other.createStatement()) {
                statement.executeUpdate("update call_evidence set dtmf = '55' where call_id = '" + call + "'");
                intake.sendReport(call, false);
                await().atMost(Published.PATIENCE).until(() -> someoneWaits(observer));
                other.commit();
            }

            String reasons = json(assessments.await(
                            call, record -> json(record).get("trigger").asText().equals("REPORT")))
                    .get("reasons")
                    .toString();
            assertTrue(reasons.contains("\"SILENT_SOLUTION\"") && reasons.contains("\"REPORT\""), reasons);
        }
    }

    private static boolean someoneWaits(Connection observer) throws SQLException {
        try (Statement statement = observer.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from pg_locks where not granted")) {
            row.next();
            return row.getInt(1) > 0;
        }
    }
}
