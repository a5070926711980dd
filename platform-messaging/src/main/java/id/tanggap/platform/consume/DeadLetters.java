package id.tanggap.platform.consume;

import io.smallrye.common.annotation.Identifier;
import io.smallrye.mutiny.Uni;
import io.smallrye.reactive.messaging.kafka.IncomingKafkaRecord;
import io.smallrye.reactive.messaging.kafka.KafkaConnectorIncomingConfiguration;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import io.smallrye.reactive.messaging.kafka.fault.KafkaFailureHandler;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.BiConsumer;
import org.eclipse.microprofile.reactive.messaging.Metadata;

/**
 * Moves a record to its channel's dead-letter queue, as an {@link Excerpt} if it is too large for one: were the move to fail, the
 * connector would end the channel, and one sender's record would silence all others.
 */
final class DeadLetters implements KafkaFailureHandler {

    static final String STRATEGY = "dead-letters";

    private final KafkaFailureHandler queue;

    private DeadLetters(KafkaFailureHandler queue) {
        this.queue = queue;
    }

    /** Found by the connector under the name of the strategy. */
    @ApplicationScoped
    @Identifier(STRATEGY)
    static class Factory implements KafkaFailureHandler.Factory {

        private final KafkaFailureHandler.Factory queues;

        Factory(@Identifier(Strategy.DEAD_LETTER_QUEUE) KafkaFailureHandler.Factory queues) {
            this.queues = queues;
        }

        @Override
        public KafkaFailureHandler create(
                KafkaConnectorIncomingConfiguration config,
                Vertx vertx,
                KafkaConsumer<?, ?> consumer,
                BiConsumer<Throwable, Boolean> reportFailure) {
            return new DeadLetters(queues.create(config, vertx, consumer, reportFailure));
        }
    }

    @Override
    public <K, V> Uni<Void> handle(IncomingKafkaRecord<K, V> record, Throwable reason, Metadata metadata) {
        return queue.handle(Excerpt.isNeeded(record) ? Excerpt.of(record) : record, reason, metadata);
    }

    @Override
    public void terminate() {
        queue.terminate();
    }
}
