package id.tanggap.ticket.ticket;

import id.tanggap.platform.time.Now;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.history.Histories;
import id.tanggap.ticket.identity.Reporter;
import id.tanggap.ticket.identity.ReporterIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Shows who reported, and never without a record of who looked (UU PDP 27/2022, art. 31). */
@ApplicationScoped
public class ReporterAccess {

    private static final String VIEWED = "REPORTER_VIEWED";

    private final ReporterIdentity identity;
    private final Histories histories;
    private final Now now;

    ReporterAccess(ReporterIdentity identity, Histories histories, Now now) {
        this.identity = identity;
        this.histories = histories;
        this.now = now;
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
