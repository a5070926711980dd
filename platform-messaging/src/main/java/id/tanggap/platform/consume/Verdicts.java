package id.tanggap.platform.consume;

import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Counts what became of records, and says why one is dead. */
@ApplicationScoped
class Verdicts {

    private static final Logger LOG = Logger.getLogger(Verdicts.class);
    private static final int LONGEST_REASON = 500;

    private final MeterRegistry metrics;

    Verdicts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    void applied(String consumer, ConsumerRecord<?, ?> record) {
        consumed(consumer, record, "APPLIED");
    }

    void consumed(String consumer, ConsumerRecord<?, ?> record, String result) {
        count("tanggap.events.consumed", consumer, record.topic(), result.toLowerCase(Locale.ROOT));
    }

    /** The failure as it goes to the log and into the record's headers: one short line, without the chain of its causes. */
    PoisonEventException dead(String consumer, ConsumerRecord<?, ?> record, Throwable failure) {
        String reason = reason(failure);
        LOG.errorf(
                "event=dead-letter consumer=%s topic=%s partition=%d offset=%d reason=\"%s\"",
                consumer, record.topic(), record.partition(), record.offset(), reason);
        count(
                "tanggap.events.dead",
                consumer,
                record.topic(),
                failure.getClass().getSimpleName());
        return new PoisonEventException(reason);
    }

    private static String reason(Throwable failure) {
        String message = failure instanceof PoisonEventException
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        String line = message.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }

    private void count(String name, String consumer, String topic, String result) {
        metrics.counter(name, "consumer", consumer, "topic", topic, "result", result)
                .increment();
    }
}
