package id.tanggap.platform.consume;

import id.tanggap.platform.metrics.Ages;
import id.tanggap.platform.metrics.Channels;
import id.tanggap.platform.metrics.IncomingChannels;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.Locale;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/** Counts what became of records and how old they were by then, and says why one is dead. */
@ApplicationScoped
class Verdicts {

    private static final Logger LOG = Logger.getLogger(Verdicts.class);
    private static final int LONGEST_REASON = 500;
    private static final String UNREADABLE = "unreadable";
    private static final String FAILED = "failed";

    /** What became of an event that could be read. */
    enum Result {
        APPLIED,
        REPEATED,
        STALE
    }

    private final MeterRegistry metrics;

    Verdicts(MeterRegistry metrics) {
        this.metrics = metrics;
    }

    /** From the beginning, for a rate sees no first event of a series that begins with it. */
    void start(@Observes StartupEvent event, IncomingChannels channels) {
        for (String channel : channels.names()) {
            age(channel);
            for (Result result : Result.values()) {
                consumed(channel, result);
            }
            dead(channel, UNREADABLE);
            dead(channel, FAILED);
        }
    }

    /** The effect of an event that says when it happened is committed. */
    void applied(ConsumerRecord<?, ?> record, Instant happenedAt) {
        String channel = Channels.ofTopic(record.topic());
        consumed(channel, Result.APPLIED).increment();
        age(channel).record(Ages.between(happenedAt, Instant.now()));
    }

    /** The same of a record whose producer sends at once: when it was sent is when it happened. */
    void applied(ConsumerRecord<?, ?> record) {
        applied(record, Instant.ofEpochMilli(record.timestamp()));
    }

    /** An event that has no effect, for it had it before or a newer one has. */
    void passedOver(ConsumerRecord<?, ?> record, Result result) {
        consumed(Channels.ofTopic(record.topic()), result).increment();
    }

    /** The failure as it goes to the log and into the record's headers: one short line, without the chain of its causes. */
    PoisonEventException dead(String consumer, ConsumerRecord<?, ?> record, Throwable failure) {
        String reason = reason(failure);
        LOG.errorf(
                "event=dead-letter consumer=%s topic=%s partition=%d offset=%d reason=\"%s\"",
                consumer, record.topic(), record.partition(), record.offset(), reason);
        dead(Channels.ofTopic(record.topic()), failure instanceof PoisonEventException ? UNREADABLE : FAILED)
                .increment();
        return new PoisonEventException(reason);
    }

    private static String reason(Throwable failure) {
        String message = failure instanceof PoisonEventException
                ? failure.getMessage()
                : failure.getClass().getSimpleName() + ": " + failure.getMessage();
        String line = message.replaceAll("\\p{Cntrl}+", " ");
        return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "...";
    }

    private Timer age(String channel) {
        return Ages.histogram(
                metrics,
                "tanggap.event.age",
                "From when an event happened until its effect was committed",
                Ages.EVENT,
                Tags.of("channel", channel));
    }

    private Counter consumed(String channel, Result result) {
        return Counter.builder("tanggap.events.consumed")
                .description("Events by what became of them")
                .tag("channel", channel)
                .tag("result", result.name().toLowerCase(Locale.ROOT))
                .register(metrics);
    }

    private Counter dead(String channel, String reason) {
        return Counter.builder("tanggap.events.dead")
                .description(
                        "Records moved to a dead-letter queue: unreadable, or an effect that failed again and again")
                .tag("channel", channel)
                .tag("reason", reason)
                .register(metrics);
    }
}
