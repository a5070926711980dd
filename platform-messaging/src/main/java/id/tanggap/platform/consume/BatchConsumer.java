package id.tanggap.platform.consume;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.KafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaRecordBatch;
import io.smallrye.reactive.messaging.kafka.api.IncomingKafkaRecordMetadata;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Receives records batch by batch, each to be settled by itself, in any order and whenever its effect is safe. A batch is
 * acknowledged when all of it is settled, for to Kafka the acknowledgement of a record is that of all before it; until then a
 * killed process will meet all of it again. There is no inbox here: whoever receives must know what it has seen.
 */
@ApplicationScoped
public class BatchConsumer {

    private static final Logger LOG = Logger.getLogger(BatchConsumer.class);

    private final Verdicts verdicts;

    BatchConsumer(Verdicts verdicts) {
        this.verdicts = verdicts;
    }

    /** Hands out each record of the batch with its receipt. */
    public void receive(
            String consumer,
            KafkaRecordBatch<String, byte[]> batch,
            BiConsumer<ConsumerRecord<String, byte[]>, Receipt> each) {
        Open open = new Open(batch);
        for (KafkaRecord<String, byte[]> record : batch) {
            ConsumerRecord<String, byte[]> raw = raw(record);
            each.accept(raw, new Settled(consumer, record, raw, open));
        }
    }

    @SuppressWarnings("unchecked")
    private static ConsumerRecord<String, byte[]> raw(KafkaRecord<String, byte[]> record) {
        return record.getMetadata(IncomingKafkaRecordMetadata.class)
                .orElseThrow()
                .getRecord();
    }

    /** A batch of which not all is settled. */
    private static final class Open {

        private final KafkaRecordBatch<String, byte[]> batch;
        private final AtomicInteger left;
        private final Queue<Refused> refused = new ConcurrentLinkedQueue<>();

        private Open(KafkaRecordBatch<String, byte[]> batch) {
            this.batch = batch;
            this.left = new AtomicInteger(batch.getRecords().size());
        }

        private void refuse(KafkaRecord<String, byte[]> record, Throwable why) {
            refused.add(new Refused(record, why));
            settle();
        }

        /** A refused record is acknowledged once it is in its queue: earlier, that would acknowledge its neighbours. */
        private void settle() {
            if (left.decrementAndGet() > 0) {
                return;
            }
            Multi.createFrom()
                    .iterable(refused)
                    .onItem()
                    .transformToUniAndConcatenate(each ->
                            Uni.createFrom().completionStage(() -> each.record().nack(each.why())))
                    .collect()
                    .last()
                    .chain(() -> Uni.createFrom().completionStage(batch::ack))
                    .subscribe()
                    .with(done -> {}, failure -> LOG.errorf(failure, "event=acknowledgement-failed"));
        }
    }

    private record Refused(KafkaRecord<String, byte[]> record, Throwable why) {}

    private final class Settled implements Receipt {

        private final String consumer;
        private final KafkaRecord<String, byte[]> record;
        private final ConsumerRecord<String, byte[]> raw;
        private final Open open;
        private final AtomicBoolean told = new AtomicBoolean();

        private Settled(
                String consumer, KafkaRecord<String, byte[]> record, ConsumerRecord<String, byte[]> raw, Open open) {
            this.consumer = consumer;
            this.record = record;
            this.raw = raw;
            this.open = open;
        }

        @Override
        public void kept() {
            if (told.compareAndSet(false, true)) {
                verdicts.applied(raw);
                open.settle();
            }
        }

        @Override
        public void refused(Throwable why) {
            if (told.compareAndSet(false, true)) {
                open.refuse(record, verdicts.dead(consumer, raw, why));
            }
        }
    }
}
