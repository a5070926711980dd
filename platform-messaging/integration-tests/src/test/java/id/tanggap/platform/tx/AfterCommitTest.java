package id.tanggap.platform.tx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tanggap.local.test.EmbeddedStack;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class AfterCommitTest {

    @Inject
    Transactions transactions;

    @Inject
    AfterCommit afterCommit;

    private final List<String> done = new CopyOnWriteArrayList<>();

    @Test
    void what_waits_for_the_commit_is_done_once_in_order_and_not_before() throws Throwable {
        inTransaction(session -> {
            afterCommit.run(session, () -> done.add("first"));
            afterCommit.run(session, () -> done.add("second"));
            return session.createNativeQuery("select 1").getSingleResult().invoke(() -> assertEquals(List.of(), done));
        });
        inTransaction(session -> session.createNativeQuery("select 1").getSingleResult());

        assertEquals(List.of("first", "second"), done);
    }

    @Test
    void a_rolled_back_transaction_does_nothing_afterwards() {
        assertThrows(
                IllegalStateException.class,
                () -> inTransaction(session -> {
                    afterCommit.run(session, () -> done.add("never"));
                    return session.createNativeQuery("select 1")
                            .getSingleResult()
                            .chain(() -> Uni.createFrom().failure(new IllegalStateException("provoked")));
                }));

        assertEquals(List.of(), done);
    }

    @Test
    void a_failure_of_what_is_done_afterwards_is_none_of_the_transactions() throws Throwable {
        Object result = inTransaction(session -> {
            afterCommit.run(session, () -> {
                throw new IllegalStateException("provoked");
            });
            afterCommit.run(session, () -> done.add("still"));
            return session.createNativeQuery("select 1").getSingleResult();
        });

        assertEquals(1, result);
        assertEquals(List.of("still"), done);
    }

    private <T> T inTransaction(Function<Mutiny.Session, Uni<T>> work) throws Throwable {
        return VertxContextSupport.subscribeAndAwait(() -> transactions.inTransaction(work));
    }
}
