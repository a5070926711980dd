package id.tanggap.ticket.messaging;

import id.tanggap.platform.consume.EventConsumer;
import id.tanggap.platform.consume.EventReader;
import id.tanggap.ticket.callback.Callbacks;
import id.tanggap.ticket.due.DueSweep;
import id.tanggap.ticket.metrics.TicketMetrics;
import id.tanggap.ticket.report.Receipt;
import id.tanggap.ticket.report.Reports;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Takes in calls and reports. */
@ApplicationScoped
class IntakeConsumer {

    private final EventConsumer events;
    private final EventReader reader;
    private final Reports reports;
    private final Callbacks callbacks;
    private final DueSweep sweep;
    private final TicketMetrics metrics;

    IntakeConsumer(
            EventConsumer events,
            EventReader reader,
            Reports reports,
            Callbacks callbacks,
            DueSweep sweep,
            TicketMetrics metrics) {
        this.events = events;
        this.reader = reader;
        this.reports = reports;
        this.callbacks = callbacks;
        this.sweep = sweep;
        this.metrics = metrics;
    }

    /** A report is a fact, not a state of its call: none is discarded for having come after a newer one. */
    @Incoming("intake-report")
    Uni<Void> onReport(ConsumerRecord<String, byte[]> record) {
        // Counted and awaited only once the transaction that says so has committed.
        AtomicReference<Receipt> receipt = new AtomicReference<>(new Receipt.Repeated());
        return events.<ReportFiled>consume(
                        Consumers.NAME,
                        record,
                        received -> reader.event(received, ReportFiled.class),
                        (session, event) -> reports.receive(
                                        session, event.data().toReport())
                                .invoke(receipt::set))
                .invoke(() -> after(receipt.get()));
    }

    @Incoming("intake-call")
    Uni<Void> onCall(ConsumerRecord<String, byte[]> record) {
        AtomicReference<Optional<Instant>> due = new AtomicReference<>(Optional.empty());
        return events.consume(Consumers.NAME, record, CallChanged.class, (session, event) -> callbacks
                        .changed(session, event.data().toChange())
                        .invoke(due::set))
                .invoke(() -> due.get().ifPresent(sweep::wakeAt));
    }

    private void after(Receipt receipt) {
        switch (receipt) {
            case Receipt.Opened(var ticket) -> metrics.opened(List.of(ticket));
            case Receipt.Waiting(var due) -> sweep.wakeAt(due);
            case Receipt.Repeated() -> {}
        }
    }
}
