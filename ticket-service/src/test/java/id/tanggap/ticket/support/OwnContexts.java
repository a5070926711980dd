package id.tanggap.ticket.support;

import id.tanggap.platform.tx.OwnContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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
        return work.stream().map(each -> OwnContext.run(vertx, each).subscribeAsCompletionStage()).toList().stream()
                .map(started -> started.join())
                .toList();
    }
}
