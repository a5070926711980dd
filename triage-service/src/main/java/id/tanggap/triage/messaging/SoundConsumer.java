package id.tanggap.triage.messaging;

import id.tanggap.platform.consume.BatchConsumer;
import id.tanggap.platform.consume.Receipt;
import id.tanggap.platform.consume.ReceivedEvent;
import id.tanggap.triage.audio.Chunk;
import id.tanggap.triage.line.Lines;
import id.tanggap.triage.line.Piece;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/**
 * Hears intake's sound. It needs no inbox: each chunk has a number of its own, and what listening remembers, written in the
 * transaction of its effect, knows which numbers it has heard. So a chunk that comes again has no second effect, and one that
 * comes out of order is put into it.
 */
@ApplicationScoped
class SoundConsumer {

    private static final String CONSUMER = "triage";

    private final BatchConsumer batches;
    private final ChunkReader chunks;
    private final Lines lines;

    SoundConsumer(BatchConsumer batches, ChunkReader chunks, Lines lines) {
        this.batches = batches;
        this.chunks = chunks;
        this.lines = lines;
    }

    /** Completes when the next batch may come, which is before this one is acknowledged. */
    @Incoming("intake-audio")
    Uni<Void> sound(KafkaRecordBatch<String, byte[]> batch) {
        List<Piece> pieces = new ArrayList<>();
        batches.receive(CONSUMER, batch, (record, receipt) -> read(record, receipt, pieces));
        return lines.take(pieces);
    }

    private void read(ConsumerRecord<String, byte[]> record, Receipt receipt, List<Piece> pieces) {
        try {
            ReceivedEvent<Chunk> event = chunks.read(record);
            pieces.add(new Piece(event.subject(), event.data(), event.time(), receipt));
        } catch (RuntimeException e) {
            receipt.refused(e);
        }
    }
}
