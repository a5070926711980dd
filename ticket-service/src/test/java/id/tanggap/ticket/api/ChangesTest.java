package id.tanggap.ticket.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.platform.tx.DatabaseFailures;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.OwnContexts;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ChangesTest extends OnStack {

    private static final String DEADLOCK = "40P01";
    private static final String SERIALIZATION_FAILURE = "40001";

    @Inject
    Changes changes;

    @Inject
    OwnContexts contexts;

    private final AtomicInteger attempts = new AtomicInteger();

    @Test
    void what_is_ended_as_a_deadlock_is_made_in_another_transaction() {
        List<Boolean> alone =
                make(session -> attempts.incrementAndGet() < 3 ? end(session, DEADLOCK) : isFirst(session));

        assertEquals(List.of(true), alone);
        assertEquals(3, attempts.get());
    }

    @Test
    void what_is_ended_so_each_time_fails_as_the_database_being_away_does() {
        Throwable failure = assertThrows(
                CompletionException.class,
                () -> make(session -> {
                    attempts.incrementAndGet();
                    return end(session, DEADLOCK);
                }));

        assertTrue(DatabaseFailures.isUnavailable(failure));
        assertEquals(4, attempts.get());
    }

    @Test
    void what_fails_for_another_reason_is_not_tried_again() {
        assertThrows(
                CompletionException.class,
                () -> make(session -> {
                    attempts.incrementAndGet();
                    return end(session, SERIALIZATION_FAILURE);
                }));

        assertEquals(1, attempts.get());
    }

    private List<Boolean> make(Function<Mutiny.Session, Uni<Boolean>> work) {
        return contexts.atOnce(List.<Supplier<Uni<Boolean>>>of(() -> changes.make(work)));
    }

    private static Uni<Boolean> end(Mutiny.Session session, String state) {
        return session.createNativeQuery(
                        "do $$ begin raise 'ended by a test' using errcode = '%s'; end $$".formatted(state))
                .executeUpdate()
                .replaceWith(false);
    }

    /** Whether the transaction has done nothing before: one that was ended would refuse the question. */
    private static Uni<Boolean> isFirst(Mutiny.Session session) {
        return session.createNativeQuery("select pg_current_xact_id_if_assigned() is null", Boolean.class)
                .getSingleResult();
    }
}
