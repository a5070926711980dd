package id.tanggap.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import id.tanggap.platform.json.JsonFault;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.WebApplicationException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Says in the client's terms what a framework found wrong with a request. */
final class Faults {

    private Faults() {}

    static Problem of(ConstraintViolationException e) {
        List<FieldFault> faults = e.getConstraintViolations().stream()
                .map(Faults::fault)
                .sorted(Comparator.comparing(FieldFault::field).thenComparing(FieldFault::detail))
                .toList();
        Problem problem = Problem.of(
                ProblemType.VALIDATION,
                faults.stream().map(f -> f.field() + ": " + f.detail()).collect(Collectors.joining("; ")));
        faults.forEach(f -> problem.field(f.field(), f.detail()));
        return problem;
    }

    static Problem of(JsonProcessingException e) {
        // Bean validation does not see what Jackson refuses: an own exception of a record's constructor passes through
        // here.
        if (e.getCause() instanceof Problem problem) {
            return problem;
        }
        JsonFault fault = JsonFault.of(e);
        return fault.path().isEmpty()
                ? Problem.of(ProblemType.MALFORMED_JSON, "The body " + fault.detail() + ".")
                : Problem.invalid(fault.path(), fault.detail());
    }

    static Problem of(WebApplicationException e) {
        for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
            if (cause instanceof JsonProcessingException json) {
                return of(json);
            }
            if (cause instanceof Problem problem) {
                return problem;
            }
        }
        int status = e.getResponse().getStatus();
        return known(status)
                .map(type -> Problem.of(type, detail(type)))
                .orElseGet(() -> Problem.of(
                        new ProblemType(
                                "http-" + status,
                                status,
                                e.getResponse().getStatusInfo().getReasonPhrase()),
                        "The request was refused."));
    }

    private static String detail(ProblemType type) {
        if (type == ProblemType.NOT_FOUND) {
            return "Check the path and the type of its parameters.";
        }
        return type.title() + ".";
    }

    private static Optional<ProblemType> known(int status) {
        return Optional.ofNullable(
                switch (status) {
                    case 400 -> ProblemType.BAD_REQUEST;
                    case 401 -> ProblemType.UNAUTHORIZED;
                    case 403 -> ProblemType.FORBIDDEN;
                    case 404 -> ProblemType.NOT_FOUND;
                    case 405 -> ProblemType.METHOD_NOT_ALLOWED;
                    case 406 -> ProblemType.NOT_ACCEPTABLE;
                    case 409 -> ProblemType.CONFLICT;
                    case 413 -> ProblemType.PAYLOAD_TOO_LARGE;
                    case 415 -> ProblemType.UNSUPPORTED_MEDIA_TYPE;
                    case 503 -> ProblemType.UNAVAILABLE;
                    case 500 -> ProblemType.INTERNAL;
                    default -> null;
                });
    }

    private static FieldFault fault(ConstraintViolation<?> violation) {
        return new FieldFault(Fields.nameOf(violation), violation.getMessage());
    }
}
