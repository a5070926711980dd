package id.tanggap.ticket.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.platform.api.Page;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.category.HolidayEditing;
import id.tanggap.ticket.category.Precondition;
import id.tanggap.ticket.category.ReferenceHistory;
import id.tanggap.ticket.category.ReferenceKind;
import id.tanggap.ticket.category.policy.Holiday;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestResponse;

/** Public holidays: on which days offices do not answer, and their clocks stand still. */
@Path("/api/v1/holidays")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed({Roles.GATEWAY, Roles.OPERATOR, Roles.SUPERVISOR, Roles.AGENCY, Roles.OFFICER, Roles.OPERATIONS})
public class HolidaysResource {

    private final Transactions transactions;
    private final Changes changes;
    private final Catalogues catalogues;
    private final HolidayEditing editing;
    private final ReferenceHistory history;
    private final Asker asker;

    HolidaysResource(
            Transactions transactions,
            Changes changes,
            Catalogues catalogues,
            HolidayEditing editing,
            ReferenceHistory history,
            Asker asker) {
        this.transactions = transactions;
        this.changes = changes;
        this.catalogues = catalogues;
        this.editing = editing;
        this.history = history;
        this.asker = asker;
    }

    /** All, the oldest first, or those of a year. */
    @GET
    public Uni<List<Holiday>> list(@QueryParam("year") @Min(2000) @Max(9999) Integer year) {
        return transactions.read(
                session -> catalogues.current(session).map(catalogue -> catalogue.holidays().values().stream()
                        .filter(holiday -> year == null || holiday.day().getYear() == year)
                        .toList()));
    }

    /** One day; its ETag is its version. */
    @GET
    @Path("/{day}")
    public Uni<RestResponse<Holiday>> get(@PathParam("day") String day) {
        LocalDate wanted = day(day);
        return transactions.read(session -> catalogues.current(session).map(catalogue -> Optional.ofNullable(
                        catalogue.holidays().get(wanted))
                .map(holiday -> answer(RestResponse.Status.OK, holiday))
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "That day is no holiday."))));
    }

    /** Makes a day a holiday with If-None-Match: *, changes one with If-Match: its ETag. */
    @PUT
    @Path("/{day}")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<RestResponse<Holiday>> put(
            @PathParam("day") String day,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @HeaderParam(HttpHeaders.IF_NONE_MATCH) String ifNoneMatch,
            @NotNull @Valid HolidayChange change) {
        Precondition seen = Preconditions.of(ifMatch, ifNoneMatch);
        var wanted = change.of(day(day));
        var editor = Editors.supervisor(asker, change.reason());
        return changes.make(session -> editing.edit(session, wanted, seen, editor))
                .map(kept -> answer(seen.creates() ? RestResponse.Status.CREATED : RestResponse.Status.OK, kept));
    }

    /** Has offices open on that day, with If-Match: its ETag. */
    @DELETE
    @Path("/{day}")
    @RolesAllowed(Roles.SUPERVISOR)
    public Uni<Void> remove(
            @PathParam("day") String day,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch,
            @QueryParam("reason") @Size(max = 500) String reason) {
        LocalDate wanted = day(day);
        var seen = Preconditions.of(ifMatch);
        var editor = Editors.supervisor(asker, reason);
        return changes.make(session -> editing.remove(session, wanted, seen, editor));
    }

    /** Who changed this day, the newest first; of one that is a holiday no more, too. */
    @GET
    @Path("/{day}/history")
    @RolesAllowed({Roles.SUPERVISOR, Roles.OPERATIONS})
    public Uni<Page<ReferenceHistory.Change>> history(
            @PathParam("day") String day, @BeanParam @Valid HistoryQuery query) {
        return query.page(transactions, history, Optional.of(ReferenceKind.HOLIDAY), Optional.of(day(day).toString()));
    }

    /** Four digits for the year: the database knows no others, nor does anybody who asks. */
    private static LocalDate day(String day) {
        try {
            return LocalDate.parse(day);
        } catch (DateTimeParseException e) {
            throw Problem.invalid("day", "must be a day such as 2026-08-17");
        }
    }

    private static RestResponse<Holiday> answer(RestResponse.Status status, Holiday holiday) {
        return Preconditions.tagged(status, holiday, holiday.version());
    }
}
