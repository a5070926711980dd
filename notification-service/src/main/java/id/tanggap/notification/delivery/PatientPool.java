package id.tanggap.notification.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Runs single statements, in bounded time: a database that accepts and never answers must not stop the worker for ever. */
@ApplicationScoped
class PatientPool {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Pool pool;

    PatientPool(Pool pool) {
        this.pool = pool;
    }

    Uni<RowSet<Row>> query(String sql, Tuple parameters) {
        return pool.withConnection(connection -> connection.preparedQuery(sql).execute(parameters))
                .ifNoItem()
                .after(PATIENCE)
                .fail();
    }
}
