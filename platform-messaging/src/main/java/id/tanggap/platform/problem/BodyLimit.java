package id.tanggap.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Refuses a body that announces itself as too large before any of it is read, with a problem; Quarkus alone answers an empty 413. */
@ApplicationScoped
class BodyLimit {

    /** Before Quarkus's own body handler. */
    private static final int PRIORITY = 10_000;

    /** Largest body that is read; below Quarkus's own limit. */
    static final String LIMIT = "tanggap.http.max-body-size";

    private final long limit;

    BodyLimit(@ConfigProperty(name = LIMIT) MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !isOver(length)) {
            context.next();
            return;
        }
        ProblemType type = ProblemType.PAYLOAD_TOO_LARGE;
        context.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetail.MEDIA_TYPE)
                // The rest of the body is not worth reading.
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(new JsonObject()
                        .put("type", type.uri().toString())
                        .put("title", type.title())
                        .put("status", type.status())
                        .put("detail", detail(limit))
                        .put("instance", context.request().path())
                        .toBuffer());
    }

    static String detail(long limit) {
        return "At most " + limit + " bytes are read.";
    }

    private boolean isOver(String length) {
        try {
            return Long.parseLong(length) > limit;
        } catch (NumberFormatException e) {
            return false;
        }
    }
}
