package id.tanggap.triage.silent;

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

/** Streams of procedures as they change; no advice of the past is followed, for only the present one is told. */
@ApplicationScoped
public class SilentCallStream {

    /** Advice is a matter of seconds. */
    private static final Duration POLL = Duration.ofMillis(250);

    private final ChangeStream<StreamPosition, SilentState> stream;

    SilentCallStream(Transactions transactions, SilentCallList list, Vertx vertx) {
        this.stream = new ChangeStream<>(list, POLL, transactions, vertx);
    }

    void stop(@Observes @Priority(1) ShutdownEvent event) {
        stream.stop();
    }

    /** As {@link ChangeStream#open}. */
    public Multi<ChangeStream.Frame<StreamPosition, SilentState>> open(Optional<StreamPosition> after, Duration life) {
        return stream.open(after, life);
    }
}
