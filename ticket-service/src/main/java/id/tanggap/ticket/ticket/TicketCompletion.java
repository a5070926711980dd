package id.tanggap.ticket.ticket;

import id.tanggap.platform.time.Now;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.identity.Reporter;
import id.tanggap.ticket.identity.ReporterIdentity;
import id.tanggap.ticket.report.Report;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Adds the caller to a ticket whose report had overtaken its call: intake-service tells such a report once more, whole. */
@ApplicationScoped
public class TicketCompletion {

    private static final Actor INTAKE = Actor.service("intake-service");

    private final TicketPublisher publisher;
    private final ReporterIdentity identity;
    private final Now now;

    TicketCompletion(TicketPublisher publisher, ReporterIdentity identity, Now now) {
        this.publisher = publisher;
        this.identity = identity;
        this.now = now;
    }

    /** Fills in what the locked ticket lacks, and tells whom it concerns if there was anything. */
    public Uni<Void> complete(Mutiny.Session session, Ticket ticket, Report told) {
        if (!told.completes(ticket.callerRef)) {
            return Uni.createFrom().voidItem();
        }
        Optional<Reporter> before = identity.open(ticket.id.toString(), ticket.reporter());
        ticket.called(told.callerRef(), identity.takeOver(told.reportId(), told.reporter()));
        Optional<Reporter> after = identity.open(ticket.id.toString(), ticket.reporter());
        return after.equals(before)
                ? Uni.createFrom().voidItem()
                : publisher.publishReporter(session, ticket, INTAKE, now.get());
    }
}
