package id.tanggap.ticket.api;

import id.tanggap.platform.api.AskedTime;
import id.tanggap.platform.problem.Problem;
import id.tanggap.ticket.ticket.TicketStatus;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.QueryParam;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Parameters of the open list of requests, by the names of GeoReport v2. */
class Open311Query {

    /** What is asked for at once, at most and by default (GeoReport v2). */
    private static final Duration SPAN = Duration.ofDays(90);

    private static final int NUMBERS = 200;

    /** Numbers with commas between them; with it, nothing else narrows the list. */
    @QueryParam("service_request_id")
    @Size(min = 1, max = 8000)
    String serviceRequestId;

    /** Codes with commas between them. */
    @QueryParam("service_code")
    @Size(min = 1, max = 2000)
    String serviceCode;

    /** Opened then or later; 90 days before the end if not given. */
    @QueryParam("start_date")
    String startDate;

    /** Opened before; now, or 90 days after the start, if not given. */
    @QueryParam("end_date")
    String endDate;

    /** open, closed, or both with a comma. */
    @QueryParam("status")
    String status;

    record Span(Instant from, Instant to) {}

    /** Empty if numbers were not asked for. */
    Optional<List<String>> numbers() {
        Optional<List<String>> numbers = Optional.ofNullable(serviceRequestId).map(Open311Query::parts);
        if (numbers.filter(list -> list.size() > NUMBERS).isPresent()) {
            throw Problem.invalid("service_request_id", "must be at most " + NUMBERS + " numbers");
        }
        return numbers;
    }

    /** Those of the given codes that were asked for. */
    List<String> of(List<String> codes) {
        if (serviceCode == null) {
            return codes;
        }
        List<String> asked = parts(serviceCode);
        return codes.stream().filter(asked::contains).toList();
    }

    Span span(Instant now) {
        Optional<Instant> from = Optional.ofNullable(startDate).map(time -> AskedTime.read("start_date", time));
        Optional<Instant> to = Optional.ofNullable(endDate).map(time -> AskedTime.read("end_date", time));
        Instant end = to.orElseGet(() -> from.map(start -> start.plus(SPAN)).orElse(now));
        Instant start = from.orElseGet(() -> end.minus(SPAN));
        if (end.isBefore(start) || Duration.between(start, end).compareTo(SPAN) > 0) {
            throw Problem.invalid("end_date", "must be at most 90 days after start_date, and not before it");
        }
        return new Span(start.isBefore(Instant.EPOCH) ? Instant.EPOCH : start, end);
    }

    List<TicketStatus> statuses() {
        return status == null
                ? List.of(TicketStatus.values())
                : parts(status).stream().map(Open311Query::status).toList();
    }

    private static TicketStatus status(String word) {
        return Arrays.stream(TicketStatus.values())
                .filter(each -> each.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> Problem.invalid("status", "must be open, closed, or both with a comma"));
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.replace("\u0000", "").split(",", -1))
                .map(String::strip)
                .toList();
    }
}
