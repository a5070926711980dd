package id.tanggap.triage.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.test.EmbeddedStack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class RetentionTest {

    private final String caller = "ref-" + UUID.randomUUID();

    @Inject
    Retention retention;

    @Inject
    DataSource database;

    @Test
    void forgetsWhatIsDueAndNothingElse() throws SQLException {
        call("now", "1 hour");
        call("hours-ago", "3 hours");
        call("half-a-year-ago", "181 days");
        run("insert into past_call values ('%1$s-old', '%1$s', 'PRANK', now() - interval '57 days')");
        run("insert into past_call values ('%1$s-new', '%1$s', 'PRANK', now() - interval '55 days')");

        run("insert into silent_call values ('%1$s-half-a-year-ago', now(), 'PERSON', 'NO_NUMBER', now(), now(), null,"
                + " '{}', '{}', 1)");
        restriction("old", "181 days");
        restriction("new", "179 days");

        retention.forget().await().atMost(Duration.ofSeconds(10));

        assertEquals(2, count("call_evidence where caller_ref = '%1$s'"));
        assertEquals(1, count("call_evidence where caller_ref = '%1$s' and listening is not null"));
        assertEquals(2, count("assessment where call_id like '%1$s%%'"));
        assertEquals(0, count("silent_call where call_id like '%1$s%%'"));
        assertEquals(1, count("restriction where caller_ref = '%1$s'"));
        assertEquals(1, count("past_call where caller_ref = '%1$s'"));
    }

    private void call(String name, String age) throws SQLException {
        run("insert into call_evidence (call_id, caller_ref, listening, changed_at) values ('%1$s-" + name
                + "', '%1$s', '{}', now() - interval '" + age + "')");
        run("insert into assessment values ('%1$s-" + name
                + "', 1, 0.5, 'UNSURE', false, '[]', 'rules-1', 'CALL', now())");
    }

    private void restriction(String name, String age) throws SQLException {
        run("insert into restriction (id, caller_ref, state, length_ms, reason, until, ended_at, created_at) values"
                + " (gen_random_uuid(), '%1$s', 'EXPIRED', 1, '" + name + "', now(), now() - interval '" + age
                + "', now())");
    }

    private void run(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql.formatted(caller));
        }
    }

    private int count(String from) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select count(*) from " + from.formatted(caller))) {
            row.next();
            return row.getInt(1);
        }
    }
}
