package id.tanggap.platform.problem;

import io.vertx.core.http.HttpHeaders;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;

/** Answers with a problem before a request has come to a resource. */
final class RouteProblems {

    private RouteProblems() {}

    static void answer(RoutingContext context, ProblemType type, String detail) {
        context.response()
                .setStatusCode(type.status())
                .putHeader(HttpHeaders.CONTENT_TYPE, ProblemDetail.MEDIA_TYPE)
                .end(new JsonObject()
                        .put("type", type.uri().toString())
                        .put("title", type.title())
                        .put("status", type.status())
                        .put("detail", detail)
                        .put("instance", context.request().path())
                        .toBuffer());
    }
}
