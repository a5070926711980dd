package id.tanggap.ticket.export.cap;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.tanggap.ticket.area.AreaShape;
import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Finding;
import id.tanggap.ticket.config.ExportConfig;
import id.tanggap.ticket.export.Wib;
import id.tanggap.ticket.export.Xml;
import id.tanggap.ticket.history.Histories;
import id.tanggap.ticket.priority.policy.Verification;
import id.tanggap.ticket.ticket.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Tells of a disaster as a CAP 1.2 message for those who warn the public, which the centre does not: restricted, and a draft
 * unless configured otherwise. It carries nothing that the reporter said but the kind of disaster and the area.
 *
 * <p>Each state of a ticket is one message with an identifier and a time of its own, however often it is asked for. The first is an
 * Alert, a later one an Update, and that of a closed ticket a Cancel (CAP 1.2, 3.2.1: msgType). What was cancelled is over: a ticket
 * that is opened again is a new Alert. Each refers to all before it, whichever of them the receiver has, and all have the ticket's
 * number as their incident (references, incidents).
 */
public final class CapMapper {

    private static final Xml XML = new Xml("urn:oasis:names:tc:emergency:cap:1.2", JsonInclude.Include.NON_EMPTY);
    private static final String RESTRICTION = "BPBD, BMKG, BNPB";
    private static final String NOTE =
            "Laporan masyarakat ke 112, bukan peringatan dini. Reports of the public to 112, not a warning.";
    private static final Map<String, String> CATEGORIES =
            Map.of("FLOOD", "Met", "WIND", "Met", "LANDSLIDE", "Geo", "EARTHQUAKE", "Geo", "TSUNAMI", "Geo");

    private final ExportConfig config;

    public CapMapper(ExportConfig config) {
        this.config = config;
    }

    /**
     * The message.
     *
     * @param path the ticket's category and the groups above it, the nearest first
     * @param shape of the smallest area that its place was found in
     * @param versions the states that the ticket had, the oldest first
     */
    public String of(
            TicketView ticket, List<String> path, Optional<AreaShape> shape, List<Histories.Version> versions) {
        List<Histories.Version> before = versions.stream()
                .filter(state -> state.version() < ticket.version())
                .toList();
        List<String> earlier = before.stream()
                .map(state ->
                        String.join(",", config.domain(), identifier(ticket, state.version()), Wib.text(state.at())))
                .toList();
        return XML.write(new CapAlert(
                identifier(ticket, ticket.version()),
                config.domain(),
                Wib.text(sent(ticket, versions)),
                config.capStatus().word(),
                type(ticket, before),
                config.centre(),
                "Restricted",
                RESTRICTION,
                NOTE,
                String.join(" ", earlier),
                ticket.number(),
                List.of(
                        info(
                                ticket,
                                path,
                                shape,
                                "id-ID",
                                ticket.categoryLabel().id()),
                        info(
                                ticket,
                                path,
                                shape,
                                "en-US",
                                ticket.categoryLabel().en()))));
    }

    private static String identifier(TicketView ticket, long version) {
        return ticket.number() + "." + version;
    }

    /** When its present state began: asked for again, it is the same message. */
    private static Instant sent(TicketView ticket, List<Histories.Version> versions) {
        return versions.stream()
                .filter(state -> state.version() == ticket.version())
                .map(Histories.Version::at)
                .findFirst()
                .orElse(ticket.openedAt());
    }

    /** Nothing can be taken back or renewed that was not told, as with tickets from before there was a history, or that is over. */
    private static String type(TicketView ticket, List<Histories.Version> before) {
        if (before.isEmpty()) {
            return "Alert";
        }
        if (ticket.closedAt().isPresent()) {
            return "Cancel";
        }
        return before.getLast().closed() ? "Alert" : "Update";
    }

    private CapAlert.Info info(
            TicketView ticket, List<String> path, Optional<AreaShape> shape, String language, String event) {
        String place = place(ticket.area());
        return new CapAlert.Info(
                language,
                path.stream()
                        .filter(CATEGORIES::containsKey)
                        .findFirst()
                        .map(CATEGORIES::get)
                        .orElse("Safety"),
                event,
                ticket.closedAt().isPresent() ? "None" : "Assess",
                ticket.closedAt().isPresent() ? "Past" : "Immediate",
                severity(ticket),
                certainty(ticket),
                new CapAlert.Named("urn:tanggap:category", ticket.category()),
                Wib.text(ticket.reportedAt()),
                config.centre(),
                event + ", " + place,
                description(ticket, language),
                new CapAlert.Named("urn:tanggap:priority", String.valueOf(ticket.priority())),
                area(ticket, shape, place));
    }

    private static String severity(TicketView ticket) {
        if (ticket.priority() >= 10) {
            return "Extreme";
        }
        if (ticket.lifeThreat() || ticket.priority() >= 8) {
            return "Severe";
        }
        return ticket.priority() >= 5 ? "Moderate" : "Minor";
    }

    /** As far as somebody has looked; what triage thinks of the call is no observation. */
    private static String certainty(TicketView ticket) {
        if (any(ticket, Finding.FOUND)
                || ticket.assignments().stream()
                        .anyMatch(a -> a.status().equals(AssignmentStatus.RESOURCES_ONSCENE.eido()))) {
            return "Observed";
        }
        if (any(ticket, Finding.NOTHING_THERE) || ticket.verification().equals(Optional.of(Verification.HOAX))) {
            return "Unlikely";
        }
        boolean likely = ticket.verification().equals(Optional.of(Verification.GENUINE))
                || ticket.independentCallers().isPresent();
        return likely ? "Likely" : "Possible";
    }

    private static boolean any(TicketView ticket, Finding finding) {
        return ticket.assignments().stream()
                .anyMatch(a -> a.finding().filter(finding::equals).isPresent());
    }

    private static String description(TicketView ticket, String language) {
        int callers = ticket.independentCallers().orElse(1);
        long there = ticket.assignments().stream()
                .filter(a -> a.onsceneAt().isPresent())
                .count();
        return language.startsWith("id")
                ? "Dilaporkan ke 112 oleh %d pelapor; %d instansi sudah di lokasi.".formatted(callers, there)
                : "Reported to 112 by %d; agencies that reached the place: %d.".formatted(callers, there);
    }

    private String place(Optional<Placement> found) {
        return Stream.of(
                        found.flatMap(Placement::desa).map(Area::name),
                        found.flatMap(Placement::kecamatan).map(area -> "Kecamatan " + area.name()),
                        Optional.of(config.regency()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
    }

    /** The area's outline; of a place in none of ours, a kilometre around what was told. */
    private static CapAlert.Area area(TicketView ticket, Optional<AreaShape> shape, String place) {
        Optional<String> code = ticket.area()
                .flatMap(found -> found.desa().or(found::kecamatan))
                .map(Area::code);
        List<String> polygons = shape.map(
                        known -> known.rings().stream().map(CapMapper::polygon).toList())
                .orElse(List.of());
        List<String> circle = polygons.isEmpty()
                ? ticket
                        .location()
                        .filter(told -> told.lat() != null && told.lon() != null)
                        .map(told -> "%s,%s 1".formatted(told.lat(), told.lon()))
                        .stream()
                        .toList()
                : List.of();
        return new CapAlert.Area(
                place,
                polygons,
                circle,
                code.map(known -> new CapAlert.Named("Kepmendagri", known)).orElse(null));
    }

    private static String polygon(List<AreaShape.LatLon> ring) {
        return ring.stream().map(point -> point.lat() + "," + point.lon()).collect(Collectors.joining(" "));
    }
}
