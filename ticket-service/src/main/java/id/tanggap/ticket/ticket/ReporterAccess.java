package id.tanggap.ticket.ticket;

import id.tanggap.platform.time.Now;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.history.Histories;
import id.tanggap.ticket.identity.Reporter;
import id.tanggap.ticket.identity.ReporterIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows who reported, and never without a record of who looked (UU PDP 27/2022, art. 31). */
@ApplicationScoped
public class ReporterAccess {

    private static final String VIEWED = "REPORTER_VIEWED";

    private final Tickets tickets;
    private final ReporterIdentity identity;
    private final Histories histories;
    private final Now now;

    ReporterAccess(Tickets tickets, ReporterIdentity identity, Histories histories, Now now) {
        this.tickets = tickets;
        this.identity = identity;
        this.histories = histories;
        this.now = now;
    }

    /** The reports of the tickets that were merged into this one, with who reported; each view is in the history of its own ticket. */
    public Uni<List<AlsoReported>> viewMerged(Mutiny.Session session, Ticket ticket, Actor viewer) {
        if (!ticket.isParent()) {
            return Uni.createFrom().item(List.of());
        }
        return tickets.mergedInto(session, ticket.id).chain(merged -> {
            List<AlsoReported> reports = new ArrayList<>();
            Uni<Void> done = Uni.createFrom().voidItem();
            for (Ticket each : merged) {
                done = done.chain(() -> view(session, each, viewer))
                        .invoke(reporter -> reports.add(AlsoReported.of(each, reporter)))
                        .replaceWithVoid();
            }
            return done.replaceWith(reports);
        });
    }

    /** The reporter of this ticket for one who may see it, empty if nobody knows; the view is in the ticket's history. */
    public Uni<Optional<Reporter>> view(Mutiny.Session session, Ticket ticket, Actor viewer) {
        Optional<Reporter> reporter = identity.open(ticket.id.toString(), ticket.reporter());
        return reporter.isEmpty()
                ? Uni.createFrom().item(reporter)
                : histories
                        .append(
                                session,
                                ticket.id,
                                ticket.version,
                                VIEWED,
                                TicketState.of(ticket),
                                viewer,
                                Optional.empty(),
                                now.get())
                        .replaceWith(reporter);
    }
}
