package id.tanggap.triage.support;

import io.quarkus.vertx.core.runtime.context.VertxContextSafetyToggle;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/** Runs pieces of work at the same time, each in a Vert.x context of its own, as the service runs messages and requests. */
@ApplicationScoped
public class OwnContexts {

    private final Vertx vertx;

    OwnContexts(Vertx vertx) {
        this.vertx = vertx;
    }

    /** What became of each; the failure of one is the failure of all. */
    public <T> List<T> atOnce(List<Supplier<Uni<T>>> work) {
        return work.stream().map(this::start).toList().stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private <T> CompletableFuture<T> start(Supplier<Uni<T>> work) {
        Context context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
        VertxContextSafetyToggle.setContextSafe(context, true);
        CompletableFuture<T> done = new CompletableFuture<>();
        context.runOnContext(started ->
                Uni.createFrom().<T>deferred(work::get).subscribe().with(done::complete, done::completeExceptionally));
        return done;
    }
}
