package id.tanggap.ticket.api;

import id.tanggap.platform.api.AskedTime;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.export.csv.TicketCsvStream;
import id.tanggap.ticket.export.monitoring.MonitoringExport;
import id.tanggap.ticket.export.report.DailyFigures;
import id.tanggap.ticket.export.report.DailyReader;
import id.tanggap.ticket.export.report.DailyReport;
import id.tanggap.ticket.ticket.policy.TicketNumber;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** What was done, for those who lead and those who count. Nobody is named in any of it. */
@Path("/api/v1/reports")
@RolesAllowed({Roles.SUPERVISOR, Roles.OPERATIONS})
public class ReportsResource {

    /** A year and a day: an annual report. */
    private static final Duration LONGEST = Duration.ofDays(366);

    private static final LocalDate FIRST = LocalDate.of(2000, 1, 1);

    private final Transactions transactions;
    private final TicketCsvStream csv;
    private final DailyReader reader;
    private final DailyReport report;
    private final MonitoringExport monitoring;
    private final Now now;

    ReportsResource(
            Transactions transactions,
            TicketCsvStream csv,
            DailyReader reader,
            DailyReport report,
            MonitoringExport monitoring,
            Now now) {
        this.transactions = transactions;
        this.csv = csv;
        this.reader = reader;
        this.report = report;
        this.monitoring = monitoring;
        this.now = now;
    }

    /** The tickets opened from one time until before another, at most a year, the newest first. */
    @GET
    @Path("/tickets.csv")
    @Produces("text/csv; charset=utf-8")
    public Multi<String> tickets(@QueryParam("from") String from, @QueryParam("to") String to) {
        Instant first = time("from", from);
        Instant end = time("to", to);
        if (end.isBefore(first) || Duration.between(first, end).compareTo(LONGEST) > 0) {
            throw Problem.invalid("to", "must be at most 366 days after from, and not before it");
        }
        return csv.of(first, end);
    }

    /** A day (Asia/Jakarta) as a page in Indonesian that prints on A4; today if none is given. */
    @GET
    @Path("/daily")
    @Produces("text/html; charset=utf-8")
    public Uni<String> daily(@QueryParam("date") String date) {
        return figures(date).chain(report::of);
    }

    /** A day for the national monitoring centre; today if none is given. */
    @GET
    @Path("/monitoring")
    public Uni<Response> monitoring(@QueryParam("date") String date) {
        return figures(date).map(figures -> Response.ok(monitoring.write(figures), monitoring.mediaType())
                .build());
    }

    private Uni<DailyFigures> figures(String date) {
        Instant at = now.get();
        LocalDate today = TicketNumber.dayOf(at);
        LocalDate day = date == null ? today : day(date, today);
        return transactions.read(session -> reader.read(session, day, at));
    }

    private static LocalDate day(String text, LocalDate today) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(FIRST) && !day.isAfter(today)) {
                return day;
            }
        } catch (DateTimeException e) {
            // Answered below, with the days that have no report.
        }
        throw Problem.invalid("date", "must be a day until today such as 2026-05-20");
    }

    private static Instant time(String field, String text) {
        if (text == null) {
            throw Problem.invalid(field, "must be given");
        }
        return AskedTime.read(field, text);
    }
}
