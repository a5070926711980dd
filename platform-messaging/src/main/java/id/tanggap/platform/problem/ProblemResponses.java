package id.tanggap.platform.problem;

import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;

/** Writes problems as HTTP responses. */
final class ProblemResponses {

    private ProblemResponses() {}

    static Response of(Problem problem, UriInfo uri) {
        ProblemType type = problem.type();
        var body = new ProblemDetail(
                type.uri(),
                type.title(),
                type.status(),
                problem.getMessage(),
                uri == null ? null : uri.getRequestUri().getPath(),
                problem.faults());
        Response.ResponseBuilder response =
                Response.status(type.status()).entity(body).type(MediaType.valueOf(ProblemDetail.MEDIA_TYPE));
        problem.retryAfter().ifPresent(wait -> response.header(HttpHeaders.RETRY_AFTER, Math.max(1, wait.toSeconds())));
        if (type.status() == Response.Status.UNAUTHORIZED.getStatusCode()) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (type == ProblemType.PAYLOAD_TOO_LARGE) {
            // The rest of the body is not worth reading.
            response.header("Connection", "close");
        }
        return response.build();
    }
}
