package id.tanggap.intake.call;

import id.tanggap.platform.stream.ChangeStream;
import id.tanggap.platform.tx.Transactions;
import io.quarkus.runtime.ShutdownEvent;
import io.smallrye.mutiny.Multi;
import io.vertx.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;

/** Streams of calls as they change. */
@ApplicationScoped
public class CallStream {

    /** A dozen consoles cost the database nothing that is felt. */
    private static final Duration POLL = Duration.ofMillis(200);

    private final ChangeStream<Long, CallView> stream;

    CallStream(Transactions transactions, CallList list, Vertx vertx) {
        this.stream = new ChangeStream<>(list, POLL, transactions, vertx);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stream.stop();
    }

    /** As {@link ChangeStream#open}. */
    public Multi<ChangeStream.Frame<Long, CallView>> open(Optional<Long> after, Duration life) {
        return stream.open(after, life);
    }
}
