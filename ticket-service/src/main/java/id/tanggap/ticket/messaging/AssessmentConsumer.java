package id.tanggap.ticket.messaging;

import id.tanggap.platform.consume.EventConsumer;
import id.tanggap.platform.consume.ReceivedEvent;
import id.tanggap.ticket.assessment.Assessment;
import id.tanggap.ticket.assessment.Assessments;
import id.tanggap.ticket.call.CallLock;
import id.tanggap.ticket.callback.Callbacks;
import id.tanggap.ticket.metrics.TicketMetrics;
import id.tanggap.ticket.report.Receipt;
import id.tanggap.ticket.report.Reports;
import id.tanggap.ticket.ticket.TicketAssessing;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in what triage says: for reports that wait for it, for open tickets, and for callers to be rung back. */
@ApplicationScoped
class AssessmentConsumer {

    private final EventConsumer events;
    private final CallLock lock;
    private final Assessments assessments;
    private final Reports reports;
    private final TicketAssessing tickets;
    private final Callbacks callbacks;
    private final TicketMetrics metrics;

    AssessmentConsumer(
            EventConsumer events,
            CallLock lock,
            Assessments assessments,
            Reports reports,
            TicketAssessing tickets,
            Callbacks callbacks,
            TicketMetrics metrics) {
        this.events = events;
        this.lock = lock;
        this.assessments = assessments;
        this.reports = reports;
        this.tickets = tickets;
        this.callbacks = callbacks;
        this.metrics = metrics;
    }

    @Incoming("triage-assessment")
    Uni<Void> onAssessment(ConsumerRecord<String, byte[]> record) {
        AtomicReference<List<Receipt.OpenedTicket>> opened = new AtomicReference<>(List.of());
        return events.consume(Consumers.NAME, record, CallAssessed.class, (session, event) -> apply(session, event)
                        .invoke(opened::set))
                .invoke(() -> metrics.opened(opened.get()));
    }

    private Uni<List<Receipt.OpenedTicket>> apply(Mutiny.Session session, ReceivedEvent<CallAssessed> event) {
        Assessment assessment = CallAssessed.toAssessment(event);
        return lock.take(session, assessment.callId())
                .chain(() -> assessments.keep(session, assessment))
                .chain(news -> news
                        ? tickets.apply(session, assessment)
                                .chain(() -> callbacks.assessed(session, assessment.callId()))
                                .chain(() -> reports.assessed(session, assessment))
                        : Uni.createFrom().item(List.of()));
    }
}
