package id.tanggap.platform.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;

/** Asks for a token by a problem at Quarkus's own endpoints, which by themselves answer an empty 401. */
@ApplicationScoped
class TokenlessRoutes {

    /** Before Quarkus asks who it is. */
    private static final int PRIORITY = 9_000;

    private static final List<String> GUARDED = List.of("/q/openapi", "/q/metrics");

    void register(@Observes Filters filters) {
        filters.register(TokenlessRoutes::check, PRIORITY);
    }

    private static void check(RoutingContext context) {
        boolean tokenless = context.request().getHeader(HttpHeaders.AUTHORIZATION) == null;
        if (tokenless && GUARDED.stream().anyMatch(context.request().path()::startsWith)) {
            context.response().putHeader("WWW-Authenticate", "Bearer");
            RouteProblems.answer(context, ProblemType.UNAUTHORIZED, ProblemMappers.TOKEN_WANTED);
        } else {
            context.next();
        }
    }
}
