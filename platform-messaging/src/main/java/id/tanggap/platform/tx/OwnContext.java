package id.tanggap.platform.tx;

import id.tanggap.platform.event.TraceParent;
import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.util.Optional;
import java.util.function.Supplier;

/** Runs work on a Vert.x context of its own: two pieces of work on one context would share a database session. */
public final class OwnContext {

    private OwnContext() {}

    /** The work's own item or failure; each subscription runs it anew. */
    public static <T> Uni<T> run(Vertx vertx, Supplier<Uni<T>> work) {
        return run(vertx, Optional.empty(), work);
    }

    /** The same within the trace of this {@code traceparent}, from its first step to its last. */
    public static <T> Uni<T> run(Vertx vertx, Optional<String> traceparent, Supplier<Uni<T>> work) {
        return Uni.createFrom().emitter(emitter -> {
            Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
            VertxContextSafetyToggle.setContextSafe(context, true);
            context.runOnContext(running -> {
                if (traceparent.isPresent()) {
                    // Never left: the context is nobody else's and ends with the work.
                    TraceParent.context(traceparent).makeCurrent();
                }
                Uni.createFrom().deferred(work::get).subscribe().with(emitter::complete, emitter::fail);
            });
        });
    }
}
