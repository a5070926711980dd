package id.tanggap.ticket.report;

import id.tanggap.platform.time.Now;
import id.tanggap.ticket.assessment.Assessment;
import id.tanggap.ticket.assessment.Assessments;
import id.tanggap.ticket.call.CallLock;
import id.tanggap.ticket.callback.Callbacks;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.Route;
import id.tanggap.ticket.config.TicketConfig;
import id.tanggap.ticket.report.policy.WaitingPolicy;
import id.tanggap.ticket.ticket.TicketCompletion;
import id.tanggap.ticket.ticket.TicketOpening;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Turns every report into exactly one ticket, at once or after a bounded wait for its assessment. */
@ApplicationScoped
public class Reports {

    private final Tickets tickets;
    private final TicketOpening opening;
    private final TicketCompletion completion;
    private final PendingReports pending;
    private final Routing routing;
    private final Assessments assessments;
    private final Callbacks callbacks;
    private final CallLock lock;
    private final TicketConfig config;
    private final Now now;

    Reports(
            Tickets tickets,
            TicketOpening opening,
            TicketCompletion completion,
            PendingReports pending,
            Routing routing,
            Assessments assessments,
            Callbacks callbacks,
            CallLock lock,
            TicketConfig config,
            Now now) {
        this.tickets = tickets;
        this.opening = opening;
        this.completion = completion;
        this.pending = pending;
        this.routing = routing;
        this.assessments = assessments;
        this.callbacks = callbacks;
        this.lock = lock;
        this.config = config;
        this.now = now;
    }

    /** Takes a report in; one that was taken in before only adds its caller where that was unknown, whatever event carries it. */
    public Uni<Receipt> receive(Mutiny.Session session, Report report) {
        return lock.take(session, report.callId())
                .chain(() -> completeKnown(session, report))
                .chain(known -> known
                        ? Uni.createFrom().item(new Receipt.Repeated())
                        : callbacks.reported(session, report).chain(() -> decide(session, report)));
    }

    /** Opens the tickets of the call's waiting reports: to be called under the call's lock. */
    public Uni<List<Receipt.OpenedTicket>> assessed(Mutiny.Session session, Assessment assessment) {
        return pending.ofCall(session, assessment.callId())
                .chain(waiting -> openAll(session, waiting, Optional.of(assessment)));
    }

    /** Reports that have waited long enough. */
    Uni<List<PendingReports.Due>> due(Mutiny.Session session, int limit) {
        return pending.due(session, now.get(), limit);
    }

    /** Opens the ticket of a report that is due, unless it was opened in the meantime. */
    Uni<List<Receipt.OpenedTicket>> openDue(Mutiny.Session session, PendingReports.Due due) {
        return lock.take(session, due.callId())
                .chain(() -> assessments.latest(session, due.callId()))
                .chain(assessment -> pending.find(session, due.reportId())
                        .chain(waiting -> openAll(session, waiting.stream().toList(), assessment)));
    }

    /** Lets a report that could not be opened wait some more. */
    Uni<Void> putOff(Mutiny.Session session, PendingReports.Due due) {
        return pending.putOff(session, due, now.get().plus(config.sweepRetry()));
    }

    private Uni<Boolean> completeKnown(Mutiny.Session session, Report told) {
        return tickets.lockOfReport(session, told.reportId())
                .chain(ticket -> ticket.isPresent()
                        ? completion.complete(session, ticket.get(), told).replaceWith(true)
                        : pending.find(session, told.reportId()).map(waiting -> {
                            waiting.filter(kept -> told.completes(kept.report().callerRef()))
                                    .ifPresent(kept -> pending.complete(kept.row(), told));
                            return waiting.isPresent();
                        }));
    }

    private Uni<Receipt> decide(Mutiny.Session session, Report report) {
        Instant receivedAt = now.get();
        return routing.route(session, report, receivedAt)
                .chain(route -> assessments.latest(session, report.callId()).chain(assessment -> {
                    var decision = WaitingPolicy.decide(
                            route.emergency(), assessment.isPresent(), receivedAt, config.assessmentWait());
                    return switch (decision) {
                        case WaitingPolicy.Decision.OpenNow() ->
                            open(session, report, route, receivedAt, assessment).map(Receipt.Opened::new);
                        case WaitingPolicy.Decision.WaitUntil(Instant due) ->
                            pending.add(session, report, receivedAt, due).replaceWith(new Receipt.Waiting(due));
                    };
                }));
    }

    private Uni<List<Receipt.OpenedTicket>> openAll(
            Mutiny.Session session, List<PendingReports.Waiting> waiting, Optional<Assessment> assessment) {
        List<Receipt.OpenedTicket> opened = new ArrayList<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (PendingReports.Waiting w : waiting) {
            done = done.chain(() -> open(session, w, assessment))
                    .invoke(opened::add)
                    .replaceWithVoid();
        }
        return done.replaceWith(opened);
    }

    private Uni<Receipt.OpenedTicket> open(
            Mutiny.Session session, PendingReports.Waiting waiting, Optional<Assessment> assessment) {
        Report report = waiting.report();
        return routing.route(session, report, waiting.row().receivedAt)
                .chain(route -> open(session, report, route, waiting.row().receivedAt, assessment))
                .call(() -> pending.remove(session, waiting.row()));
    }

    private Uni<Receipt.OpenedTicket> open(
            Mutiny.Session session, Report report, Route route, Instant receivedAt, Optional<Assessment> assessment) {
        return opening.open(session, report, route, receivedAt, assessment)
                .map(ticket -> new Receipt.OpenedTicket(
                        route.parts().stream().map(Category.Part::agency).toList(),
                        route.known() ? route.category() : "UNKNOWN",
                        Duration.between(report.reportedAt(), ticket.openedAt())));
    }
}
