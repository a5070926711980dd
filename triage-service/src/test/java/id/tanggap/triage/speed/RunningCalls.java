package id.tanggap.triage.speed;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import id.tanggap.triage.audio.Sounds;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.Producer;

/**
 * So many lines on which one call of a minute follows the other, each chunk sent when its sound would be over. Lines change
 * callers one by one all through the minute, as those of independent callers do, and not many at once.
 */
final class RunningCalls implements AutoCloseable {

    private static final URI SOURCE = URI.create("urn:tanggap:intake-service");
    private static final int QUARTER = 2_000;
    private static final long QUARTER_NANOS = 250_000_000;
    private static final int CHUNKS_OF_A_CALL = 240;
    private static final int STEPS = 20;

    private final Producer<String, byte[]> producer = KafkaPeers.producer("admin");
    private final List<Call> lines = new ArrayList<>();
    private final List<byte[]> sound = chunks();
    private final Random random = new Random(112);
    private final int most;
    private long due = System.nanoTime();
    private long sent;
    private Punctuality punctuality = new Punctuality(0, 0, 0);

    RunningCalls(int most) {
        this.most = most;
    }

    /**
     * How well a sender kept its times: what it sends late comes as a burst, and waits at the receiver through no fault of that.
     *
     * @param late chunks sent more than 100 ms after their time
     * @param worst how late the latest was, in nanoseconds
     */
    record Punctuality(long chunks, long late, long worst) {
        private static final long LATE = 100_000_000;

        private Punctuality and(long nanos) {
            return new Punctuality(chunks + 1, late + (nanos > LATE ? 1 : 0), Math.max(worst, nanos));
        }
    }

    /** So many at the beginning, more and more until there are all of them: no process is fast in its first minute. */
    void rampUp(Duration length) {
        for (int step = 1; step <= STEPS; step++) {
            while (lines.size() < Math.max(1, most * step * step / (STEPS * STEPS))) {
                lines.add(new Call());
            }
            run(length.dividedBy(STEPS));
        }
    }

    private final class Call {
        private String id;
        private int seq;
        private int chunks;
        private Instant answered;

        /** The line's first call is one that has been going on for a while. */
        private Call() {
            begin(1 + random.nextInt(CHUNKS_OF_A_CALL));
        }

        private void begin(int length) {
            id = "speed-" + UUID.randomUUID();
            chunks = length;
            answered = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            seq = 0;
            state(1, "ANSWERED", "");
        }

        private void speak() {
            send("intake.audio.v1", id, seq, "audio/L16;rate=8000", sound.get(seq % sound.size()));
            if (++seq == chunks) {
                state(2, "ENDED", ", \"endedAt\": \"%s\"".formatted(Instant.now()));
                begin(CHUNKS_OF_A_CALL);
            }
        }

        private void state(long version, String status, String more) {
            send(
                    "intake.call.v1",
                    id,
                    version,
                    "application/json",
                    """
                    {"callId": "%s", "status": "%s", "callerKind": "SUBSCRIBER", "callerRef": "ref-%s", "to": "112",
                     "startedAt": "%s", "answeredAt": "%s"%s}
                    """
                            .formatted(id, status, id, answered, answered, more)
                            .getBytes(UTF_8));
        }
    }

    /** Sends for so long; lines take turns within each quarter second. */
    Punctuality run(Duration length) {
        punctuality = new Punctuality(0, 0, 0);
        long until = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < until) {
            long wait = due - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
            } else {
                punctuality = punctuality.and(-wait);
                lines.get((int) (sent++ % lines.size())).speak();
                due += QUARTER_NANOS / lines.size();
            }
        }
        return punctuality;
    }

    private void send(String topic, String callId, long sequence, String contentType, byte[] data) {
        var envelope = new CloudEventCodec.Envelope(
                EventIds.next(), SOURCE, "id.tanggap." + topic, callId, callId, sequence, Instant.now());
        producer.send(CloudEventCodec.write(topic, envelope, contentType, data, Optional.empty()));
    }

    /** Some silence, some speech, an exhaust. */
    private static List<byte[]> chunks() {
        short[] speech = Sounds.mix(Sounds.speech("fire"), Sounds.exhaust(5), 5);
        short[] all = Sounds.after(Sounds.silence(4), Sounds.after(speech, Sounds.exhaust(3)));
        List<byte[]> chunks = new ArrayList<>();
        for (int start = 0; start + QUARTER <= all.length; start += QUARTER) {
            chunks.add(Sounds.l16(Arrays.copyOfRange(all, start, start + QUARTER)));
        }
        return chunks;
    }

    @Override
    public void close() {
        producer.close();
    }
}
