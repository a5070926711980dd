package id.tanggap.platform.tx;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.util.concurrent.Callable;

/** Runs long work on a worker thread: the event loop carries everything else. */
public final class OffLoop {

    private OffLoop() {}

    /** The work's result, on the context that asked. */
    public static <T> Uni<T> run(Vertx vertx, Callable<T> work) {
        return Uni.createFrom()
                .completionStage(() -> vertx.executeBlocking(work, false).toCompletionStage());
    }
}
