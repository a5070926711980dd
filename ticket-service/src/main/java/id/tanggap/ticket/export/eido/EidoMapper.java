package id.tanggap.ticket.export.eido;

import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.export.Wib;
import id.tanggap.ticket.ticket.AssignmentView;
import id.tanggap.ticket.ticket.TicketLink;
import id.tanggap.ticket.ticket.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Tells a ticket as an EIDO of the whole incident: what happened, where, and how far which agency has come.
 *
 * @see <a href="https://github.com/NENA911/EIDO-JSON">NENA-STA-021.1b</a>
 */
public final class EidoMapper {

    private static final String VERSION = "1.0";
    private static final String CENTRE = "pusat";
    private static final IncidentTypes TYPES = new IncidentTypes();

    /** In the words of urn:emergency:service:responder; it has none for an office of roads, water or waste. */
    private static final Map<String, String> AGENCY_TYPES =
            Map.of("damkar", "fire", "polres", "police", "dinkes", "ems", CENTRE, "psap");

    private final String domain;
    private final String regency;

    /** @param domain the centre's own: it makes identifiers unique in the world */
    public EidoMapper(String domain, String regency) {
        this.domain = domain;
        this.regency = regency;
    }

    /**
     * The ticket.
     *
     * @param path its category and the groups above it, the nearest first
     * @param at when it is told
     */
    public Eido of(TicketView ticket, List<String> path, Instant at) {
        var incident = new Told(ticket, path, at);
        return new Eido(
                incident.prologue(incidentId(ticket.ticketId())),
                VERSION,
                domain,
                incident.merges(),
                incident.links(),
                incident.incident(),
                List.of(new Eido.Note(incident.prologue(incident.part("note")), ticket.text())),
                incident.agencies(),
                incident.locations());
    }

    private String incidentId(UUID ticket) {
        return "urn:emergency:uid:incidentid:%s:%s".formatted(ticket.toString().replace("-", ""), domain);
    }

    private String agencyId(String agency) {
        return agency + "." + domain;
    }

    /** One ticket on its way. */
    private final class Told {

        private final TicketView ticket;
        private final List<String> path;
        private final Instant at;

        Told(TicketView ticket, List<String> path, Instant at) {
            this.ticket = ticket;
            this.path = path;
            this.at = at;
        }

        Eido.Prologue prologue(String id) {
            return new Eido.Prologue(id, Wib.text(at), new Eido.Reference(agencyId(CENTRE)));
        }

        /** The same id each time that the ticket is told. */
        String part(String name) {
            return "urn:uuid:" + UUID.nameUUIDFromBytes((ticket.ticketId() + name).getBytes());
        }

        Eido.Incident incident() {
            List<Eido.Reference> places = locations().stream()
                    .map(place -> new Eido.Reference(place.prologue().id()))
                    .toList();
            return new Eido.Incident(
                    prologue(part("incident")),
                    ticket.category(),
                    ticket.categoryLabel().id(),
                    TYPES.of(path, ticket.emergency()),
                    List.of(ticket.status().name()),
                    statuses(),
                    ticket.number(),
                    places,
                    ticket.priority(),
                    ticket.assignments().stream()
                            .flatMap(a -> disposition(a).stream())
                            .toList(),
                    List.of(new Eido.Reference(part("note"))));
        }

        /** All that is true of it while agencies are about it; once it is closed, only that. */
        private List<String> statuses() {
            return ticket.closedAt().isPresent()
                    ? List.of(AssignmentStatus.CLOSED.eido())
                    : ticket.assignments().stream()
                            .map(AssignmentView::status)
                            .filter(status -> !status.equals(AssignmentStatus.CLOSED.eido())
                                    && !status.equals(AssignmentStatus.CANCELLED.eido()))
                            .distinct()
                            .toList();
        }

        private Optional<Eido.Disposition> disposition(AssignmentView part) {
            return part.closedAt()
                    .map(ended -> new Eido.Disposition(
                            new Eido.Prologue(
                                    part("end-" + part.assignmentId()),
                                    Wib.text(ended),
                                    new Eido.Reference(agencyId(part.agency().orElseThrow()))),
                            code(part),
                            part.role() == Role.LEAD,
                            part.finding().map(Enum::name).orElse(part.status())));
        }

        private static String code(AssignmentView part) {
            return part.finding()
                    .map(finding -> switch (finding) {
                        // Assignment completed by contact
                        case FOUND -> "18";
                        // Gone on arrival, unable to locate
                        case NOTHING_THERE -> "14";
                        // Duplicate call
                        case DUPLICATE -> "22";
                        // Referred to partner agency
                        case REFERRED -> "15";
                    })
                    // Event cancelled; no report taken
                    .orElse(part.status().equals(AssignmentStatus.CANCELLED.eido()) ? "10" : "02");
        }

        List<Eido.Agency> agencies() {
            Stream<Eido.Agency> taking = ticket.assignments().stream()
                    .map(a -> agency(
                            a.agency().orElseThrow(),
                            a.role() == Role.LEAD || a.acceptedAt().isPresent() ? "Dispatched" : "Assisting",
                            a.role() == Role.LEAD));
            boolean takesPart =
                    ticket.assignments().stream().anyMatch(a -> a.agency().equals(Optional.of(CENTRE)));
            return Stream.concat(takesPart ? Stream.empty() : Stream.of(agency(CENTRE, "CallReceiving", false)), taking)
                    .toList();
        }

        private Eido.Agency agency(String id, String role, boolean leads) {
            List<String> roles = id.equals(CENTRE) ? List.of("CallReceiving", "Dispatching") : List.of(role);
            return new Eido.Agency(
                    prologue(agencyId(id)), roles, List.of(AGENCY_TYPES.getOrDefault(id, "other")), leads);
        }

        List<Eido.Location> locations() {
            String described = PidfLo.described(ticket);
            Optional<String> pidf = PidfLo.of(ticket, domain, regency);
            return pidf.isEmpty() && described.isEmpty()
                    ? List.of()
                    : List.of(new Eido.Location(
                            prologue(part("place")), "CurrentIncident", pidf.orElse(null), described));
        }

        List<Eido.Merge> merges() {
            return ticket.links().stream()
                    .filter(link -> link.kind() != TicketLink.Kind.RELATED)
                    .map(link -> new Eido.Merge(
                            prologue(part("merge-" + link.ticketId())),
                            incidentId(link.ticketId()),
                            link.kind() == TicketLink.Kind.PARENT ? "REPLACED" : "REPLACING"))
                    .toList();
        }

        List<Eido.Link> links() {
            return ticket.links().stream()
                    .map(link -> new Eido.Link(
                            prologue(part("link-" + link.ticketId())),
                            incidentId(link.ticketId()),
                            link.kind().name()))
                    .toList();
        }
    }
}
