package id.tanggap.notification.roster;

import id.tanggap.notification.roster.policy.DutyTime;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** When an agency's officers are on duty. */
@ApplicationScoped
public class Shifts {

    private static final String REMOVE = "delete from shift where shift_id = :id and agency = :agency";

    private final Transactions transactions;

    Shifts(Transactions transactions) {
        this.transactions = transactions;
    }

    /** Puts an officer on duty; a conflict if that officer has duty at the same time already. Several may have duty at once. */
    public Uni<Shift> plan(String agency, UUID officerId, DutyTime time) {
        Shift shift = new Shift(EventIds.next(), officerId, agency, time);
        // The officer's row: two plans of one officer come one after the other.
        return transactions.inTransaction(session -> Roster.locked(session, agency, officerId)
                .chain(() -> overlapping(session, officerId, time))
                .invoke(count -> {
                    if (count > 0) {
                        throw Problem.of(ProblemType.CONFLICT, "The officer has duty at that time already.");
                    }
                })
                .chain(() -> session.persist(shift))
                .replaceWith(shift));
    }

    /** The agency's shifts that lie in this time at least in part, in order. */
    public Uni<List<Shift>> list(String agency, Instant from, Instant to) {
        return transactions.read(session -> session.createSelectionQuery(
                        "from Shift s where s.agency = :agency and s.startsAt < :to and s.endsAt > :from"
                                + " and s.startsAt > :earliest order by s.startsAt, s.shiftId",
                        Shift.class)
                .setParameter("agency", agency)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("earliest", from.minus(DutyTime.LONGEST))
                .getResultList());
    }

    /** Takes a shift off the plan; a {@link Problem} if the agency has no such. */
    public Uni<Void> cancel(String agency, UUID id) {
        return transactions.inTransaction(session -> session.createNativeQuery(REMOVE)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .executeUpdate()
                .invoke(count -> {
                    if (count == 0) {
                        throw Problem.of(ProblemType.NOT_FOUND, "The agency has no such shift.");
                    }
                })
                .replaceWithVoid());
    }

    private static Uni<Long> overlapping(Mutiny.Session session, UUID officerId, DutyTime time) {
        return session.createSelectionQuery(
                        "select count(s) from Shift s where s.officerId = :officer and s.startsAt < :to and s.endsAt > :from",
                        Long.class)
                .setParameter("officer", officerId)
                .setParameter("from", time.from())
                .setParameter("to", time.to())
                .getSingleResult();
    }
}
