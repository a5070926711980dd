package id.tanggap.platform.problem;

import java.net.URI;

/**
 * A kind of problem with a stable name (RFC 9457, 3.1.1). Services add their own beside these.
 *
 * @param code kebab-case; the {@code type} is {@code urn:tanggap:problem:<code>} and never changes its meaning
 * @param status HTTP status
 * @param title one short English line, the same for every occurrence
 */
public record ProblemType(String code, int status, String title) {

    public static final ProblemType MALFORMED_JSON =
            new ProblemType("malformed-json", 400, "The body is not readable JSON");
    public static final ProblemType VALIDATION = new ProblemType("validation", 400, "The request has invalid fields");
    public static final ProblemType BAD_REQUEST =
            new ProblemType("bad-request", 400, "The request cannot be understood");
    public static final ProblemType UNAUTHORIZED =
            new ProblemType("unauthorized", 401, "A valid access token is needed");
    public static final ProblemType FORBIDDEN =
            new ProblemType("forbidden", 403, "The access token does not permit this");
    public static final ProblemType NOT_FOUND = new ProblemType("not-found", 404, "There is no such thing here");
    public static final ProblemType METHOD_NOT_ALLOWED =
            new ProblemType("method-not-allowed", 405, "This method is not offered here");
    public static final ProblemType NOT_ACCEPTABLE =
            new ProblemType("not-acceptable", 406, "None of the accepted media types is offered here");
    public static final ProblemType CONFLICT =
            new ProblemType("conflict", 409, "This contradicts what was accepted before");
    public static final ProblemType PAYLOAD_TOO_LARGE =
            new ProblemType("payload-too-large", 413, "The body is too large");
    public static final ProblemType UNSUPPORTED_MEDIA_TYPE =
            new ProblemType("unsupported-media-type", 415, "This media type is not read here");
    public static final ProblemType UNAVAILABLE =
            new ProblemType("unavailable", 503, "Not possible at the moment, try again");
    public static final ProblemType INTERNAL = new ProblemType("internal", 500, "An unexpected error");

    public URI uri() {
        return URI.create("urn:tanggap:problem:" + code);
    }
}
