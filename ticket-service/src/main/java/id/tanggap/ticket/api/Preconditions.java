package id.tanggap.ticket.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.ticket.category.Precondition;
import id.tanggap.ticket.ticket.Ticket;
import id.tanggap.ticket.ticket.TicketView;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/** Reads what an editor saw from the conditional headers (RFC 9110, 13.1): no edit is blind. */
final class Preconditions {

    private static final ProblemType REQUIRED =
            new ProblemType("precondition-required", 428, "Say which version this changes");
    private static final Pattern ENTITY_TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private Preconditions() {}

    /** {@code If-None-Match: *} creates, {@code If-Match: "<version>"} changes. */
    static Precondition of(String ifMatch, String ifNoneMatch) {
        if (ifNoneMatch == null) {
            return of(ifMatch);
        }
        if (ifMatch != null || !ifNoneMatch.strip().equals("*")) {
            throw Problem.invalid("If-None-Match", "must be * to create, and without If-Match");
        }
        return new Precondition.Absent();
    }

    /** {@code If-Match: "<version>"} changes. */
    static Precondition.Version of(String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(
                    REQUIRED, "Send If-Match with the ETag that was read, or If-None-Match: * where this creates.");
        }
        Matcher tag = ENTITY_TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.invalid("If-Match", "must be the ETag that was read, such as \"3\"");
        }
        return new Precondition.Version(Long.parseLong(tag.group(1)));
    }

    /** A ticket, its ETag its version. */
    static RestResponse<TicketView> tagged(Ticket ticket) {
        return tagged(RestResponse.Status.OK, TicketView.of(ticket, Optional.empty()), ticket.version());
    }

    /** An answer whose ETag is its version. */
    static <T> RestResponse<T> tagged(RestResponse.Status status, T entity, long version) {
        return RestResponse.ResponseBuilder.create(status, entity)
                .header(HttpHeaders.ETAG, "\"" + version + "\"")
                .build();
    }
}
