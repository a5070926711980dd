package id.tanggap.ticket.ticket;

import id.tanggap.platform.time.Now;
import id.tanggap.ticket.assessment.Assessment;
import id.tanggap.ticket.category.policy.Route;
import id.tanggap.ticket.clock.policy.ServiceHours;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.identity.ReporterIdentity;
import id.tanggap.ticket.identity.SealedReporter;
import id.tanggap.ticket.report.Report;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Makes a ticket of a report. Whether that has been done before is the caller's question. */
@ApplicationScoped
public class TicketOpening {

    private static final Logger LOG = Logger.getLogger(TicketOpening.class);

    private final TicketCounter counter;
    private final TicketPublisher publisher;
    private final ReporterIdentity identity;
    private final ServiceHours hours;
    private final Now now;

    TicketOpening(
            TicketCounter counter, TicketPublisher publisher, ReporterIdentity identity, ServiceHours hours, Now now) {
        this.counter = counter;
        this.publisher = publisher;
        this.identity = identity;
        this.hours = hours;
        this.now = now;
    }

    /** Opens, numbers and publishes the ticket. */
    public Uni<Ticket> open(
            Mutiny.Session session, Report report, Route route, Instant receivedAt, Optional<Assessment> assessment) {
        Instant openedAt = now.get();
        SealedReporter reporter = identity.takeOver(report.reportId(), report.reporter());
        return counter.next(session, receivedAt).chain(number -> {
            Ticket ticket = new Ticket(number.toString(), report, route, reporter, openedAt);
            ticket.afterHours = !ticket.emergency && !hours.hold(receivedAt);
            assessment.ifPresent(ticket::assess);
            return session.persist(ticket)
                    .chain(() -> publisher.publish(session, ticket, Change.OPENED, author(report), openedAt))
                    .invoke(() -> LOG.infof(
                            "event=ticket-opened ticket=%s number=%s call=%s report=%s category=%s priority=%d assessed=%s",
                            ticket.id,
                            ticket.number,
                            ticket.callId,
                            ticket.reportId,
                            ticket.category,
                            ticket.priority,
                            assessment.isPresent()))
                    .replaceWith(ticket);
        });
    }

    /** The operator who took the report; one that is not named was still told by intake-service. */
    private static Actor author(Report report) {
        return report.reportedBy() == null
                ? Actor.service("intake-service")
                : new Actor(report.reportedBy(), Actor.Role.OPERATOR);
    }
}
