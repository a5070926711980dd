package id.tanggap.platform.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpVersion;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Refuses a body that announces itself as too large before any of it is read, with a problem; Quarkus alone answers an empty
 * 413. Whoever refuses one, an HTTP/1 connection is closed: the rest of the body may still be on its way.
 */
@ApplicationScoped
class BodyLimit {

    /** Before Quarkus's own body handler. */
    private static final int PRIORITY = 10_000;

    /** Largest body that is read; below Quarkus's own limit. */
    static final String LIMIT = "tanggap.http.max-body-size";

    /** Milliseconds for the client to read the answer; one that is cut off while it still sends may lose it (RFC 9112, 9.6). */
    private static final long LINGER = 2_000;

    private final long limit;

    BodyLimit(@ConfigProperty(name = LIMIT) MemorySize limit) {
        this.limit = limit.asLongValue();
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, PRIORITY);
    }

    private void check(RoutingContext context) {
        context.addEndHandler(ended -> closeIfRefused(context));
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || !isOver(length)) {
            context.next();
            return;
        }
        // The rest of the body is not worth reading.
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        RouteProblems.answer(context, ProblemType.PAYLOAD_TOO_LARGE, detail(limit));
    }

    /** In HTTP/2 the connection is also that of other requests. */
    private static void closeIfRefused(RoutingContext context) {
        HttpServerRequest request = context.request();
        if (context.response().getStatusCode() == ProblemType.PAYLOAD_TOO_LARGE.status()
                && request.version() != HttpVersion.HTTP_2) {
            context.vertx().setTimer(LINGER, timer -> request.connection().close());
        }
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
