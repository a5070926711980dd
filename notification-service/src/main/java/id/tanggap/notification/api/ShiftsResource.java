package id.tanggap.notification.api;

import id.tanggap.notification.roster.Shift;
import id.tanggap.notification.roster.Shifts;
import id.tanggap.notification.roster.policy.DutyTime;
import id.tanggap.platform.problem.Problem;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** Who of an agency's officers is on duty when, in western Indonesian time. */
@Path("/api/v1/shifts")
@RolesAllowed(Caller.AGENCY)
public class ShiftsResource {

    private static final int DAYS_AT_MOST = 62;

    /**
     * A turn on duty.
     *
     * @param from local time (WIB) without an offset, such as 2026-03-01T21:00
     * @param to the first moment after; at most 48 hours later
     */
    public record ShiftRequest(@NotNull UUID officerId, @NotNull LocalDateTime from, @NotNull LocalDateTime to) {}

    /** The same as it is kept. */
    public record ShiftView(UUID shiftId, UUID officerId, LocalDateTime from, LocalDateTime to) {

        static ShiftView of(Shift shift) {
            return new ShiftView(
                    shift.id(),
                    shift.officerId(),
                    DutyTime.local(shift.time().from()),
                    DutyTime.local(shift.time().to()));
        }
    }

    /** The shifts of some days. */
    public record Plan(List<ShiftView> items) {}

    private final Shifts shifts;
    private final Caller caller;

    ShiftsResource(Shifts shifts, Caller caller) {
        this.shifts = shifts;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Put an officer on duty",
            description = "Times are western Indonesian time, without an offset.")
    @APIResponse(responseCode = "201", description = "On duty")
    public Uni<RestResponse<ShiftView>> plan(@Valid @NotNull ShiftRequest request) {
        return shifts.plan(caller.agency(), request.officerId(), time(request))
                .map(shift -> RestResponse.status(RestResponse.Status.CREATED, ShiftView.of(shift)));
    }

    @GET
    @Operation(
            summary = "The plan of some days",
            description = "From a day, such as 2026-03-01, to a later one or the same.")
    public Uni<Plan> list(@QueryParam("from") String from, @QueryParam("to") String to) {
        LocalDate first = day("from", from);
        LocalDate last = day("to", to);
        if (last.isBefore(first) || last.isAfter(first.plusDays(DAYS_AT_MOST))) {
            throw Problem.invalid("to", "must be from's day or at most " + DAYS_AT_MOST + " days after it");
        }
        return shifts.list(
                        caller.agency(),
                        DutyTime.instant(first.atStartOfDay()),
                        DutyTime.instant(last.plusDays(1).atStartOfDay()))
                .map(found -> new Plan(found.stream().map(ShiftView::of).toList()));
    }

    @DELETE
    @Path("/{id}")
    public Uni<Void> cancel(UUID id) {
        return shifts.cancel(caller.agency(), id);
    }

    private static DutyTime time(ShiftRequest request) {
        if (isStrange(request.from().toLocalDate())) {
            throw Problem.invalid("from", "must be a day of these years");
        }
        try {
            return DutyTime.inWib(request.from(), request.to());
        } catch (IllegalArgumentException e) {
            throw Problem.invalid("to", e.getMessage());
        }
    }

    private static LocalDate day(String field, String text) {
        try {
            LocalDate day = LocalDate.parse(text == null ? "" : text);
            if (!isStrange(day)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Answered below, together with days that nobody plans.
        }
        throw Problem.invalid(field, "must be a day such as 2026-03-01");
    }

    /** The database knows no such years, nor does anybody who plans. */
    private static boolean isStrange(LocalDate day) {
        return day.getYear() < 2000 || day.getYear() > 2999;
    }
}
