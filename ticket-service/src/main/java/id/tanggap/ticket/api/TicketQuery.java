package id.tanggap.ticket.api;

import id.tanggap.platform.api.AskedTime;
import id.tanggap.platform.problem.Problem;
import id.tanggap.ticket.ticket.TicketFilter;
import id.tanggap.ticket.ticket.TicketStatus;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.QueryParam;
import java.util.Arrays;
import java.util.Optional;

/** Parameters of a list of tickets. */
class TicketQuery {

    /** OPEN or CLOSED. */
    @QueryParam("status")
    String status;

    /** Only tickets in which this agency has a part; an agency's own list has no others anyway. */
    @QueryParam("agency")
    @Pattern(regexp = "[a-z]{2,20}", message = "must be an agency's id")
    String agency;

    @QueryParam("category")
    @Pattern(regexp = "[A-Z][A-Z0-9_]{1,39}", message = "must be a category's code")
    String category;

    /** Only tickets whose place was found in this kecamatan or desa. */
    @QueryParam("area")
    @Pattern(regexp = "[0-9]{2}(\\.[0-9]{2}){2}(\\.[0-9]{4})?", message = "must be the code of a kecamatan or desa")
    String area;

    /** Opened then or later, such as 2026-05-20T00:00:00+07:00. */
    @QueryParam("from")
    String from;

    /** Opened before. */
    @QueryParam("to")
    String to;

    /** Words that all occur in the report, its place or the number, in this or another form; of the last its beginning does. */
    @QueryParam("q")
    @Size(min = 2, max = 100)
    String q;

    @QueryParam("cursor")
    String cursor;

    @QueryParam("limit")
    @DefaultValue("50")
    @Min(1)
    @Max(200)
    int limit;

    /** One more than asked for, to know whether there are more. */
    TicketFilter filter(Optional<String> onlyAgency) {
        return new TicketFilter(
                Optional.ofNullable(status).map(TicketQuery::status),
                onlyAgency.or(() -> Optional.ofNullable(agency)),
                Optional.ofNullable(category),
                Optional.ofNullable(area),
                Optional.ofNullable(q).map(text -> text.replace("\u0000", "")),
                Optional.ofNullable(from).map(time -> AskedTime.read("from", time)),
                Optional.ofNullable(to).map(time -> AskedTime.read("to", time)),
                Optional.ofNullable(cursor).map(Cursor::read),
                limit + 1);
    }

    private static TicketStatus status(String name) {
        return Arrays.stream(TicketStatus.values())
                .filter(status -> status.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("status", "must be OPEN or CLOSED"));
    }
}
