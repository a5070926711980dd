package id.tanggap.triage.messaging;

import id.tanggap.platform.consume.EventConsumer;
import id.tanggap.platform.consume.EventReader;
import id.tanggap.triage.assessment.ReassessmentSweep;
import id.tanggap.triage.assessment.Triage;
import id.tanggap.triage.text.ReportReader;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Hears of calls and reports; each event has its effect once, and a call's older state never overwrites a newer. */
@ApplicationScoped
class IntakeConsumers {

    static final String CONSUMER = "triage";

    private final EventConsumer events;
    private final EventReader reader;
    private final Triage triage;
    private final ReportReader reports;
    private final ReassessmentSweep again;

    IntakeConsumers(
            EventConsumer events, EventReader reader, Triage triage, ReportReader reports, ReassessmentSweep again) {
        this.again = again;
        this.events = events;
        this.reader = reader;
        this.triage = triage;
        this.reports = reports;
    }

    @Incoming("intake-call")
    Uni<Void> call(ConsumerRecord<String, byte[]> record) {
        return events.consume(
                        CONSUMER,
                        record,
                        CallChanged.class,
                        (session, event) -> triage.call(session, event.data().state(), event.time()))
                .invoke(again::wakeIfAdded);
    }

    /** Each report stands for itself: a second one of the same call adds to the first and replaces nothing. */
    @Incoming("intake-report")
    Uni<Void> report(ConsumerRecord<String, byte[]> record) {
        return events.consume(
                        CONSUMER,
                        record,
                        raw -> reader.event(raw, ReportTaken.class),
                        (session, event) -> triage.report(session, event.data().report(reports), event.time()))
                .invoke(again::wakeIfAdded);
    }
}
