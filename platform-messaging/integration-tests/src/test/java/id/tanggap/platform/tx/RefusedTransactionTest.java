package id.tanggap.platform.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.platform.inbox.Inbox;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.JDBCException;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the database refuses for the moment, as it really arrives through Hibernate Reactive. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class RefusedTransactionTest {

    private static final String LANE = "update outbox_lane set owner = owner where lane = 3";

    @Inject
    Transactions transactions;

    @Inject
    Inbox inbox;

    @Inject
    Pool pool;

    @Test
    void a_standby_that_only_reads_counts_as_away() {
        Throwable failure = assertThrows(
                JDBCException.class,
                () -> inTransaction(session -> session.createNativeQuery("set transaction read only")
                        .executeUpdate()
                        .chain(() -> inbox.isFirstTime(
                                session, "refused", UUID.randomUUID().toString()))));

        assertTrue(DatabaseFailures.isUnavailable(failure), failure.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"57014", "40P01", "53100", "58030"})
    void a_cancelled_statement_a_deadlock_or_a_full_disk_counts_as_away(String state) {
        Throwable failure = assertThrows(JDBCException.class, () -> inTransaction(raise(state)));

        assertTrue(DatabaseFailures.isUnavailable(failure), failure.toString());
    }

    @Test
    void a_statement_that_waits_for_a_lock_too_long_counts_as_refused_for_the_moment_and_frees_its_connection()
            throws Throwable {
        var holder = pool.getConnection().await().indefinitely();
        var held = holder.begin().await().indefinitely();
        holder.query(LANE).execute().await().indefinitely();

        JDBCException failure = assertThrows(
                JDBCException.class,
                () -> inTransaction(session -> session.createNativeQuery(LANE).executeUpdate()));
        held.rollback().await().indefinitely();
        holder.close().await().indefinitely();

        assertEquals("55P03", ((SQLException) failure.getCause()).getSQLState());
        assertTrue(DatabaseFailures.isUnavailable(failure));
        int rows = inTransaction(session -> session.createNativeQuery(LANE).executeUpdate());
        assertEquals(1, rows);
    }

    @Test
    void a_transaction_that_its_process_has_forgotten_is_ended_by_the_server() {
        assertEquals("10s", setting("idle_in_transaction_session_timeout"));
    }

    private static Function<Mutiny.Session, Uni<Integer>> raise(String state) {
        return session -> session.createNativeQuery(
                        "do $$ begin raise exception 'provoked' using errcode = '" + state + "'; end $$")
                .executeUpdate();
    }

    private <T> T inTransaction(Function<Mutiny.Session, Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(work));
    }

    private String setting(String name) {
        return pool.withConnection(
                        connection -> connection.query("show " + name).execute())
                .await()
                .indefinitely()
                .iterator()
                .next()
                .getString(0);
    }
}
