package id.tanggap.platform.sweep;

import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** The shape of all sweeps over what is due in the database. */
@ApplicationScoped
public class SweepRound {

    /** Read at once; what is left is due in the next round. */
    private static final int AT_A_TIME = 200;

    private final Transactions transactions;
    private final SweepFailures failures;

    SweepRound(Transactions transactions, SweepFailures failures) {
        this.transactions = transactions;
        this.failures = failures;
    }

    /**
     * One kind of thing that becomes due.
     *
     * @param what names it in log and metrics
     * @param id names one of them there
     * @param due the longest waiting, so many at most
     * @param handle in a transaction of its own, after which it is not due any more
     * @param putOff lets one that failed wait, unless it is not due any more
     */
    public record Kind<T>(
            String what,
            Function<T, String> id,
            BiFunction<Mutiny.Session, Integer, Uni<List<T>>> due,
            Function<T, Uni<?>> handle,
            BiFunction<Mutiny.Session, T, Uni<Void>> putOff) {}

    /** One round, one after the other; one that fails is put off and holds up no other. */
    public <T> Uni<Void> run(Kind<T> kind) {
        return transactions
                .read(session -> kind.due().apply(session, AT_A_TIME))
                .onItem()
                .transformToMulti(due -> Multi.createFrom().iterable(due))
                .onItem()
                .transformToUniAndConcatenate(one -> handle(kind, one))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private <T> Uni<Void> handle(Kind<T> kind, T one) {
        String id = kind.id().apply(one);
        return Uni.createFrom()
                .deferred(() -> kind.handle().apply(one).replaceWithVoid())
                .invoke(() -> failures.over(kind.what(), id))
                .onFailure()
                .recoverWithUni(failure -> {
                    failures.failed(kind.what(), id, failure);
                    // If this fails too, the database is away and the round at its end.
                    return transactions.inTransaction(session -> kind.putOff().apply(session, one));
                });
    }
}
