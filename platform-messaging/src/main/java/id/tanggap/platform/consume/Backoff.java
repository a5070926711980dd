package id.tanggap.platform.consume;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Pauses that end on the Vert.x context on which they began: a database session may not change threads. */
@ApplicationScoped
public class Backoff {

    private static final Duration FIRST = Duration.ofMillis(200);
    private static final Duration LONGEST = Duration.ofSeconds(5);

    private final Vertx vertx;

    Backoff(Vertx vertx) {
        this.vertx = vertx;
    }

    /** The pauses of one piece of work, on the present context. */
    public Pauses start() {
        return new Pauses(vertx.getOrCreateContext());
    }

    /** Pauses of one piece of work: each twice as long as the one before, up to a limit. */
    public final class Pauses {

        private final Context context;
        private Duration length = FIRST;

        private Pauses(Context context) {
            this.context = context;
        }

        /** Completes after the next pause. */
        public Uni<Void> next() {
            Duration pause = length;
            length = length.multipliedBy(2).compareTo(LONGEST) < 0 ? length.multipliedBy(2) : LONGEST;
            return Uni.createFrom()
                    .emitter(done -> vertx.setTimer(
                            pause.toMillis(), timer -> context.runOnContext(resumed -> done.complete(null))));
        }
    }
}
