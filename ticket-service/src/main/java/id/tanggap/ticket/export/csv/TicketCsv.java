package id.tanggap.ticket.export.csv;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.export.Wib;
import id.tanggap.ticket.ticket.AssessmentView;
import id.tanggap.ticket.ticket.AssignmentView;
import id.tanggap.ticket.ticket.TicketView;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/**
 * Tickets as RFC 4180, a line each, for a spreadsheet. No report's text, no address, no outcome in an agency's words and no
 * reporter: who counts tickets need not know anybody. A cell that a spreadsheet would take for a formula begins with an
 * apostrophe (OWASP, CSV injection).
 */
public final class TicketCsv {

    private static final List<String> COLUMNS = List.of(
            "number",
            "category",
            "category_label",
            "priority",
            "emergency",
            "life_threat",
            "status",
            "verification",
            "hoax_band",
            "independent_callers",
            "kecamatan",
            "desa",
            "lead_agency",
            "supporting_agencies",
            "reported_at",
            "opened_at",
            "accepted_at",
            "enroute_at",
            "onscene_at",
            "closed_at",
            "accept_seconds",
            "onscene_seconds",
            "lead_finding");
    private static final String FORMULA = "=+-@\t\r";

    private TicketCsv() {}

    /** The line that names the columns. */
    public static String header() {
        return lines(List.of(COLUMNS));
    }

    /** A line for each ticket. */
    public static String lines(Iterable<? extends List<?>> rows) {
        StringBuilder text = new StringBuilder();
        try (CSVPrinter printer = new CSVPrinter(text, CSVFormat.RFC4180)) {
            for (List<?> row : rows) {
                printer.printRecord(row.stream().map(TicketCsv::safe).toList());
            }
        } catch (IOException e) {
            // A StringBuilder has none.
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    private static Object safe(Object cell) {
        return cell instanceof String text && !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0
                ? "'" + text
                : cell;
    }

    /** The cells of a ticket. */
    public static List<Object> row(TicketView t) {
        Optional<AssignmentView> lead =
                t.assignments().stream().filter(a -> a.role() == Role.LEAD).findFirst();
        return List.of(
                t.number(),
                t.category(),
                t.categoryLabel().id(),
                t.priority(),
                t.emergency(),
                t.lifeThreat(),
                t.status().name(),
                name(t.verification()),
                t.assessment().map(AssessmentView::band).orElse(""),
                t.independentCallers().orElse(1),
                t.area().flatMap(Placement::kecamatan).map(Area::name).orElse(""),
                t.area().flatMap(Placement::desa).map(Area::name).orElse(""),
                lead.flatMap(AssignmentView::agency).orElse(""),
                t.assignments().stream()
                        .filter(a -> a.role() == Role.SUPPORT)
                        .flatMap(a -> a.agency().stream())
                        .collect(Collectors.joining(" ")),
                Wib.text(t.reportedAt()),
                Wib.text(t.openedAt()),
                time(lead.flatMap(AssignmentView::acceptedAt)),
                time(lead.flatMap(AssignmentView::enrouteAt)),
                time(lead.flatMap(AssignmentView::onsceneAt)),
                time(t.closedAt()),
                seconds(t.openedAt(), lead.flatMap(AssignmentView::acceptedAt)),
                seconds(t.openedAt(), lead.flatMap(AssignmentView::onsceneAt)),
                name(lead.flatMap(AssignmentView::finding)));
    }

    private static String time(Optional<Instant> at) {
        return at.map(Wib::text).orElse("");
    }

    private static Object seconds(Instant from, Optional<Instant> to) {
        return to.<Object>map(at -> Duration.between(from, at).toSeconds()).orElse("");
    }

    private static String name(Optional<? extends Enum<?>> value) {
        return value.map(Enum::name).orElse("");
    }
}
