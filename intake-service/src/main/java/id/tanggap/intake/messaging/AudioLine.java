package id.tanggap.intake.messaging;

import id.tanggap.intake.audio.AudioFormat;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.event.TraceParent;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.MutinyEmitter;
import io.smallrye.reactive.messaging.kafka.api.OutgoingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;
import org.eclipse.microprofile.reactive.messaging.Channel;
import org.eclipse.microprofile.reactive.messaging.Message;
import org.eclipse.microprofile.reactive.messaging.Metadata;
import org.eclipse.microprofile.reactive.messaging.OnOverflow;
import org.jboss.logging.Logger;

/**
 * Sends sound to {@code intake.audio.v1}, past the outbox: a second of sound is worth nothing minutes later. It is accepted when
 * the broker has it; the same chunk again carries the same id, so that its consumer hears it once.
 */
@ApplicationScoped
public class AudioLine {

    private static final Logger LOG = Logger.getLogger(AudioLine.class);
    private static final String TOPIC = "intake.audio.v1";
    private static final String TYPE = "id.tanggap.intake.audio.v1";
    private static final URI SOURCE = URI.create("urn:tanggap:intake-service");

    /** A gateway that waits longer than this has the next chunks pile up. */
    private static final Duration PATIENCE = Duration.ofMillis(2500);

    /** Chunks in flight; beyond it the broker is away or too slow, and waiting would only fill the memory. */
    private static final int IN_FLIGHT = 512;

    private final MutinyEmitter<byte[]> emitter;
    private final Now now;

    AudioLine(
            @Channel("audio") @OnOverflow(value = OnOverflow.Strategy.BUFFER, bufferSize = IN_FLIGHT)
                    MutinyEmitter<byte[]> emitter,
            Now now) {
        this.emitter = emitter;
        this.now = now;
    }

    /** Completes when the broker has the chunk on all in-sync replicas; an unavailable problem if it does not come to that. */
    public Uni<Void> send(String callId, int seq, AudioFormat format, byte[] sound) {
        var envelope = new CloudEventCodec.Envelope(
                EventIds.named("audio", callId, Integer.toString(seq)), SOURCE, TYPE, callId, callId, seq, now.get());
        var record = CloudEventCodec.write(TOPIC, envelope, format.mediaType(), sound, TraceParent.current());
        var metadata = OutgoingKafkaRecordMetadata.<String>builder()
                .withKey(record.key())
                .withHeaders(record.headers())
                .build();
        return Uni.createFrom()
                .deferred(() -> emitter.sendMessage(Message.of(record.value(), Metadata.of(metadata))))
                .ifNoItem()
                .after(PATIENCE)
                .fail()
                .onFailure()
                .transform(failure -> {
                    LOG.warnf("event=audio-refused call=%s seq=%d cause=\"%s\"", callId, seq, failure);
                    return Problem.of(ProblemType.UNAVAILABLE, "The sound cannot be handed on.", failure)
                            .retryAfter(Duration.ofSeconds(1));
                });
    }
}
