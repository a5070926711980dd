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
 * How PostgreSQL runs the claim while much waits for destinations that hang, and much more is done: it reads what is due and
 * little else. All of it in a transaction that nobody else sees.
 */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class ClaimPlanTest {

    private static final int WELL = 300;
    private static final int HANGING = 50;
    /** Of each that hangs; of each of all, what was delivered before. */
    private static final int WAITING_EACH = 400;

    private static final int DONE_EACH = 100;
    private static final int PLACES = 512;

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
        deliver("well", -DONE_EACH, "DELIVERED", "now()");
        deliver("hang", -DONE_EACH, "DELIVERED", "now()");
    }

    private void subscribe(String agency, int count) throws SQLException {
        statement.execute(
                """
                insert into subscription (subscription_id, agency, url, sealed_secret, created_at)
                select uuidv7(), '%1$s', 'https://' || i || '.%1$s.example/', 'sealed', now() from generate_series(1, %2$d) i
                """
                        .formatted(agency, count));
    }

    private void waiting(String next) throws SQLException {
        deliver("well", 1, "RETRYING", "now()");
        deliver("hang", WAITING_EACH, "RETRYING", next);
        for (String table : List.of("subscription", "subscription_health", "feed_event", "delivery")) {
            statement.execute("analyze " + table);
        }
        statement.execute("prepare claim (text, float8, bigint, bigint, uuid[], bigint, text[], text[], boolean) as "
                + DeliveryClaims.CLAIM);
    }

    /** @param each the last position; they lie between it and 0 */
    private void deliver(String agency, int each, String status, String next) throws SQLException {
        statement.execute(
                """
                with told as (
                    insert into feed_event (agency, position, ticket_id, ticket_sequence, change, sealed_view, occurred_at)
                    select '%1$s', i, '%1$s' || i, 1, 'OPENED', 'sealed', now()
                      from generate_series(sign(%2$d)::int, %2$d, sign(%2$d)::int) i
                    returning agency, position, ticket_id)
                insert into delivery (subscription_id, agency, position, ticket_id, ticket_sequence, priority, status,
                                      attempts, tries, attempted_at, next_attempt_at)
                select s.subscription_id, t.agency, t.position, t.ticket_id, 1, 5 + abs(t.position) %% 5, '%3$s', 9, 9,
                       now() - interval '1 minute', %4$s
                  from told t join subscription s on s.agency = t.agency
                """
                        .formatted(agency, each, status, next));
    }

    @AfterEach
    void close() throws SQLException {
        statement.execute("rollback");
        statement.execute("deallocate all");
        connection.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void what_waits_for_those_that_hang_is_not_read_to_find_what_is_due(String planned) throws Exception {
        waiting("now() + interval '30 seconds'");

        List<Node> plan = claim(planned, false);

        assertEquals(WELL, claimed(plan));
        // Who has anything open, whether any of it is due, which, whether it has an older one, and its row: of each
        // once.
        assertTrue(read(plan) <= 6 * (WELL + HANGING), plan::toString);
        assertByIndex(plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void a_look_at_all_reads_each_that_waits_once_and_nothing_that_is_done(String planned) throws Exception {
        waiting("now() + interval '30 seconds'");

        List<Node> plan = claim(planned, true);

        assertEquals(WELL, claimed(plan));
        assertTrue(read(plan) <= HANGING * WAITING_EACH + 6 * (WELL + HANGING), plan::toString);
        assertByIndex(plan);
    }

    @ParameterizedTest
    @ValueSource(strings = {"force_custom_plan", "force_generic_plan"})
    void of_those_that_hang_the_one_whose_turn_it_is_is_found_without_sorting_the_others(String planned)
            throws Exception {
        waiting("now()");

        List<Node> plan = claim(planned, true);

        assertEquals(WELL + HANGING, claimed(plan));
        assertTrue(read(plan) <= 6 * (WELL + HANGING), plan::toString);
        assertByIndex(plan);
    }

    private static void assertByIndex(List<Node> plan) {
        assertEquals(
                List.of(),
                plan.stream()
                        .filter(node ->
                                node.isOfDeliveries() && node.is("Node Type").equals("Seq Scan"))
                        .toList());
    }

    private static long claimed(List<Node> plan) {
        return plan.getFirst().read();
    }

    private record Node(JsonNode step) {

        String is(String field) {
            return step.path(field).asText();
        }

        boolean isOfDeliveries() {
            return is("Relation Name").equals("delivery") && !is("Node Type").equals("ModifyTable");
        }

        /** Rows that it looked at, taken or not. */
        long read() {
            double each = 0;
            for (String rows : List.of("Actual Rows", "Rows Removed by Filter", "Rows Removed by Index Recheck")) {
                each += step.path(rows).asDouble();
            }
            return Math.round(each * step.path("Actual Loops").asDouble());
        }

        @Override
        public String toString() {
            return "\n" + is("Node Type") + " " + is("Alias") + " " + is("Index Name") + ": " + read();
        }
    }

    private List<Node> claim(String planned, boolean failing) throws SQLException, IOException {
        statement.execute("set local plan_cache_mode = " + planned);
        try (ResultSet rows = statement.executeQuery("explain (analyze, format json) execute claim ('plan', 30, 4, "
                + PLACES + ", '{}', 20, '{WEBHOOK}', '{WEBHOOK}', " + failing + ")")) {
            rows.next();
            JsonNode top = new ObjectMapper().readTree(rows.getString(1)).get(0).get("Plan");
            List<Node> all = new ArrayList<>();
            collect(top, all);
            return all;
        }
    }

    private static void collect(JsonNode step, List<Node> into) {
        into.add(new Node(step));
        step.path("Plans").forEach(below -> collect(below, into));
    }

    private static long read(List<Node> plan) {
        return plan.stream().filter(Node::isOfDeliveries).mapToLong(Node::read).sum();
    }
}
