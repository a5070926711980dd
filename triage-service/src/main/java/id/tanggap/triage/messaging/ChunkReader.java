package id.tanggap.triage.messaging;

import id.tanggap.platform.consume.EventReader;
import id.tanggap.platform.consume.PoisonEventException;
import id.tanggap.platform.consume.ReceivedEvent;
import id.tanggap.triage.audio.AudioEncoding;
import id.tanggap.triage.audio.Chunk;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads a record of {@code intake.audio.v1}: the bytes are the sound, the headers say the rest. */
@ApplicationScoped
class ChunkReader {

    /** Days of sound in chunks of 250 ms: a higher number is a fault, and hearing it would give up all between. */
    private static final long HIGHEST_SEQ = 1_000_000;

    private final EventReader events;

    ChunkReader(EventReader events) {
        this.events = events;
    }

    /**
     * The chunk in this record.
     *
     * @throws PoisonEventException if it holds no sound, or none of a kind that is understood
     */
    ReceivedEvent<Chunk> read(ConsumerRecord<String, byte[]> record) {
        ReceivedEvent<byte[]> event = events.bytes(record);
        long seq = event.sequence().orElseThrow(() -> new PoisonEventException("header ce_sequence is missing"));
        if (seq < 0 || seq > HIGHEST_SEQ) {
            throw new PoisonEventException("header ce_sequence is not between 0 and " + HIGHEST_SEQ);
        }
        if (event.data().length == 0) {
            throw new PoisonEventException("no sound in it");
        }
        AudioEncoding encoding = encoding(record);
        if (encoding == AudioEncoding.L16 && event.data().length % 2 != 0) {
            throw new PoisonEventException("audio/L16 of an odd number of bytes");
        }
        return new ReceivedEvent<>(
                event.id(),
                event.topic(),
                event.key(),
                event.subject(),
                event.sequence(),
                event.time(),
                new Chunk(seq, encoding, event.data()));
    }

    private static AudioEncoding encoding(ConsumerRecord<String, byte[]> record) {
        Header header = record.headers().lastHeader("content-type");
        if (header == null || header.value() == null) {
            throw new PoisonEventException("header content-type is missing");
        }
        return AudioEncoding.of(new String(header.value(), StandardCharsets.UTF_8))
                .orElseThrow(
                        () -> new PoisonEventException("content-type is neither audio/basic nor audio/L16;rate=8000"));
    }
}
