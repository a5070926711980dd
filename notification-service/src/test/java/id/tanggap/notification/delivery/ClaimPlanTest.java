package id.tanggap.notification.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.support.Database;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * How PostgreSQL runs the claim while much waits for destinations that hang, and more is done: it reads what is due and little
 * else, planned for these parameters or for any. All of it in a transaction that nobody else sees.
 */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class ClaimPlanTest {

    private static final int WELL = 200;
    private static final int HANGING = 20;
    /** Of each that hangs. */
    private static final int WAITING = 1000;

    /** Who has anything open, whether any of it is due, which, whether there is an older one, and its row: of each once. */
    private static final int ENOUGH = 6 * (WELL + HANGING);

    private static final int PLACES = 512;
    private static final List<String> PLANNED = List.of("force_custom_plan", "force_generic_plan");

    private Connection connection;
    private Statement statement;

    @BeforeEach
    void open() throws SQLException {
        connection = Database.connect();
        connection.setAutoCommit(false);
        statement = connection.createStatement();
        // What other tests have left.
        statement.execute("update delivery set status = 'CANCELLED' where status in ('PENDING', 'RETRYING')");
        subscribe("well", WELL);
        subscribe("hang", HANGING);
        statement.execute("update subscription_health set since = now() - interval '1 hour'");
        statement.execute("update subscription_health set failures = 9, failing_since = now() where agency = 'hang'");
    }

    private void subscribe(String agency, int count) throws SQLException {
        statement.execute(
                """
                insert into subscription (subscription_id, agency, url, sealed_secret, created_at)
                select uuidv7(), '%1$s', 'https://' || i || '.%1$s.example/', 'sealed', now() from generate_series(1, %2$d) i
                """
                        .formatted(agency, count));
    }

    /** One for each that is well and many for each that hangs, these due at {@code next}; of each so many are done. */
    private void deliver(String next, int done) throws SQLException {
        deliver("well", -done, "DELIVERED", "now()");
        deliver("hang", -done, "DELIVERED", "now()");
        deliver("well", 1, "RETRYING", "now()");
        deliver("hang", WAITING, "RETRYING", next);
        for (String table : List.of("subscription", "subscription_health", "feed_event", "delivery")) {
            statement.execute("analyze " + table);
        }
        statement.execute("prepare claim (text, float8, bigint, bigint, uuid[], bigint, text[], text[], boolean) as "
                + DeliveryClaims.CLAIM);
    }

    /** @param last their positions lie between 0 and this */
    private void deliver(String agency, int last, String status, String next) throws SQLException {
        statement.execute(
                """
                with told as (
                    insert into feed_event (agency, position, ticket_id, ticket_sequence, change, sealed_view, occurred_at)
                    select '%1$s', i, '%1$s' || i, 1, 'OPENED', 'sealed', now()
                      from generate_series(least(%2$d, 1), greatest(%2$d, -1)) i where i <> 0
                    returning agency, position, ticket_id)
                insert into delivery (subscription_id, agency, position, ticket_id, ticket_sequence, priority, status,
                                      attempts, tries, attempted_at, next_attempt_at)
                select s.subscription_id, t.agency, t.position, t.ticket_id, 1, 5 + abs(t.position) %% 5, '%3$s', 9, 9,
                       now() - interval '1 minute', %4$s
                  from told t join subscription s on s.agency = t.agency
                """
                        .formatted(agency, last, status, next));
    }

    @AfterEach
    void close() throws SQLException {
        statement.execute("rollback");
        statement.execute("deallocate all");
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void what_waits_for_those_that_hang_is_not_read_to_find_what_is_due(int done) throws Exception {
        deliver("now() + interval '30 seconds'", done);

        for (String planned : PLANNED) {
            assertClaims(WELL, ENOUGH, claim(planned, false));
            // A look at those, too, reads each that waits once.
            assertClaims(WELL, HANGING * WAITING + ENOUGH, claim(planned, true));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 50})
    void of_those_that_hang_the_one_whose_turn_it_is_is_found_without_sorting_the_others(int done) throws Exception {
        deliver("now()", done);

        for (String planned : PLANNED) {
            assertClaims(WELL + HANGING, ENOUGH, claim(planned, true));
        }
    }

    private static void assertClaims(long count, long most, List<Step> plan) {
        assertEquals(count, plan.getFirst().read());
        List<Step> readers = plan.stream().filter(Step::readsDeliveries).toList();
        long read = readers.stream().mapToLong(Step::read).sum();
        assertTrue(read <= most, () -> read + " rows were read: " + readers);
        assertTrue(readers.stream().noneMatch(step -> step.is("Node Type").equals("Seq Scan")), readers::toString);
    }

    /** One step of a plan. */
    private record Step(JsonNode json) {

        String is(String field) {
            return json.path(field).asText();
        }

        boolean readsDeliveries() {
            return is("Relation Name").equals("delivery") && !is("Node Type").equals("ModifyTable");
        }

        /** Rows that it looked at, taken or not. */
        long read() {
            double each = 0;
            for (String rows : List.of("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")) {
                each += json.path(rows).asDouble();
            }
            return Math.round(each * json.path("Actual Loops").asDouble());
        }

        @Override
        public String toString() {
            return "\n" + is("Node Type") + " " + is("Alias") + " " + is("Index Name") + ": " + read();
        }
    }

    /** The steps, as they were run, of a claim that is then undone. */
    private List<Step> claim(String planned, boolean failing) throws SQLException, IOException {
        statement.execute("savepoint before");
        statement.execute("set local plan_cache_mode = " + planned);
        List<Step> steps = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("explain (analyze, format json) execute claim ('plan', 30, 4, "
                + PLACES + ", '{}', 20, '{WEBHOOK}', '{WEBHOOK}', " + failing + ")")) {
            rows.next();
            collect(new ObjectMapper().readTree(rows.getString(1)).get(0).get("Plan"), steps);
        }
        statement.execute("rollback to before");
        return steps;
    }

    private static void collect(JsonNode step, List<Step> into) {
        into.add(new Step(step));
        step.path("Plans").forEach(below -> collect(below, into));
    }
}
