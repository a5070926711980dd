package id.tanggap.notification.ladder;

import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Reads the ladders of a ticket. */
@ApplicationScoped
public class LadderLog {

    private final Transactions transactions;

    LadderLog(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A ladder with the rungs that are behind it. */
    public record Climbed(Ladder ladder, List<RungDone> rungs) {}

    /** The agency's ladders of this ticket, or everybody's if none is named; the oldest first. */
    public Uni<List<Climbed>> of(Optional<String> agency, String ticketId) {
        return transactions.read(session -> session.createSelectionQuery(
                        "from Ladder l where l.ticketId = :ticketId order by l.beganAt, l.ladderId", Ladder.class)
                .setParameter("ticketId", ticketId)
                .getResultList()
                .map(all -> all.stream()
                        .filter(ladder -> agency.map(ladder.agency()::equals).orElse(true))
                        .toList())
                .chain(ladders -> ladders.isEmpty()
                        ? Uni.createFrom().item(List.of())
                        : rungs(session, ladders).map(rungs -> climbed(ladders, rungs))));
    }

    private static Uni<List<RungDone>> rungs(Mutiny.Session session, List<Ladder> ladders) {
        return session.createSelectionQuery("from LadderRung r where r.id.ladderId in :ids", RungDone.class)
                .setParameter("ids", ladders.stream().map(Ladder::id).toList())
                .getResultList();
    }

    private static List<Climbed> climbed(List<Ladder> ladders, List<RungDone> rungs) {
        return ladders.stream()
                .map(ladder -> new Climbed(
                        ladder,
                        rungs.stream()
                                .filter(rung -> rung.ladderId().equals(ladder.id()))
                                .toList()))
                .toList();
    }
}
