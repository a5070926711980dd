package id.tanggap.ticket.export.report;

import id.tanggap.ticket.config.ExportConfig;
import id.tanggap.ticket.export.Wib;
import id.tanggap.ticket.ticket.policy.TicketNumber;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A day's figures as a page for the regent, in Indonesian; it prints on A4. */
@ApplicationScoped
public class DailyReport {

    private static final Locale INDONESIAN = Locale.of("id", "ID");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", INDONESIAN);
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("d MMMM uuuu HH.mm 'WIB'", INDONESIAN).withZone(TicketNumber.WIB);
    private static final Map<String, String> BANDS = Map.of(
            "LIKELY_GENUINE", "Kemungkinan sungguhan",
            "UNSURE", "Belum pasti",
            "LIKELY_HOAX", "Kemungkinan iseng");
    private static final String UNKNOWN = "Belum diketahui";
    private static final String NONE = "–";

    private final Template template;
    private final ExportConfig config;

    DailyReport(@Location("report/daily.html") Template template, ExportConfig config) {
        this.template = template;
        this.config = config;
    }

    /** A row of a table with its part of the whole. */
    public record Row(String label, long count, long percent) {}

    /** A row about an agency, its times as people write them. */
    public record AgencyRow(
            String label,
            long parts,
            long accepted,
            long closed,
            long handedOn,
            long escalations,
            String medianAccept,
            String medianOnscene,
            String accept,
            String onscene) {}

    /** The page. */
    public Uni<String> of(DailyFigures figures) {
        Instant end = Wib.start(figures.day().plusDays(1));
        return template.data("centre", config.centre())
                .data("regency", config.regency())
                .data("day", DAY.format(figures.day()))
                .data("asOf", MOMENT.format(figures.asOf()))
                .data("unfinished", figures.asOf().isBefore(end))
                .data("totals", figures.totals())
                .data("categories", rows(figures.categories(), Map.of()))
                .data("kecamatan", rows(figures.kecamatan(), Map.of()))
                .data("bands", rows(figures.bands(), BANDS))
                .data(
                        "agencies",
                        figures.agencies().stream().map(DailyReport::agency).toList())
                .createUni();
    }

    private static List<Row> rows(List<DailyFigures.Count> counts, Map<String, String> words) {
        long all = counts.stream().mapToLong(DailyFigures.Count::count).sum();
        return counts.stream()
                .map(count -> new Row(
                        count.label()
                                .map(label -> words.getOrDefault(label, label))
                                .orElse(UNKNOWN),
                        count.count(),
                        Math.round(100.0 * count.count() / all)))
                .toList();
    }

    private static AgencyRow agency(DailyFigures.AgencyFigures agency) {
        return new AgencyRow(
                agency.label(),
                agency.parts(),
                agency.accepted(),
                agency.closed(),
                agency.handedOn(),
                agency.escalations(),
                time(agency.medianAcceptSeconds()),
                time(agency.medianOnsceneSeconds()),
                kept(agency.accept()),
                kept(agency.onscene()));
    }

    /** Hours, minutes and seconds. */
    private static String time(Optional<Long> seconds) {
        return seconds.map(value -> "%d:%02d:%02d".formatted(value / 3600, value / 60 % 60, value % 60))
                .orElse(NONE);
    }

    private static String kept(DailyFigures.Kept level) {
        return level.percent()
                .map(percent -> "%d%% (%d/%d)".formatted(percent, level.kept(), level.due()))
                .orElse(NONE);
    }
}
