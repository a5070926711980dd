package id.tanggap.ticket.export;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.area.policy.Standing;
import id.tanggap.ticket.assignment.policy.Finding;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.ticket.AgencyTicketView;
import id.tanggap.ticket.ticket.AssignmentView;
import id.tanggap.ticket.ticket.Location;
import id.tanggap.ticket.ticket.TicketLink;
import id.tanggap.ticket.ticket.TicketStatus;
import id.tanggap.ticket.ticket.TicketView;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A ticket to be told in the words of a standard. */
public final class Told {

    public static final Instant AT = Instant.parse("2026-05-20T01:02:03.456Z");
    public static final UUID ID = UUID.fromString("01970000-0000-7000-8000-000000000001");
    static final UUID OTHER = UUID.fromString("01970000-0000-7000-8000-000000000002");

    private Told() {}

    /** Of this category at this priority: Damkar leads and is on its way, Dinkes has handed its part on to Polres. */
    public static TicketView ticket(String category, int priority, List<TicketLink> links) {
        return ticket(category, priority, links, 3, Optional.empty());
    }

    /** The same in another state. */
    static TicketView ticket(
            String category, int priority, List<TicketLink> links, long version, Optional<Instant> closedAt) {
        return new TicketView(
                ID,
                "JPR-20260520-0001",
                "call-1",
                "report-1",
                Optional.of("ref-secret"),
                category,
                new AgencyTicketView.LabelView("=Banjir & \"rob\"", "Flood <tidal>"),
                priority,
                Optional.empty(),
                Optional.empty(),
                links,
                List.of(),
                false,
                true,
                closedAt.isPresent() ? TicketStatus.CLOSED : TicketStatus.OPEN,
                Optional.empty(),
                Optional.empty(),
                "Rumah Pak Budi terendam \u0001",
                Optional.of(new Location(-6.58881, 110.66842, "jepara", "panggang", "Jl. Rahasia 7")),
                Optional.of(new Placement(
                        Standing.INSIDE,
                        Optional.of(new Area("33.20.06", "Jepara")),
                        Optional.of(new Area("33.20.06.1008", "Panggang & <co>")),
                        Optional.empty(),
                        Optional.empty(),
                        false)),
                Optional.empty(),
                Optional.empty(),
                List.of(
                        part("damkar", Role.LEAD, "ResourcesEnroute", Optional.empty()),
                        part("dinkes", Role.SUPPORT, "Cancelled", Optional.of(Finding.REFERRED)),
                        part("polres", Role.SUPPORT, "Active", Optional.empty())),
                Optional.empty(),
                false,
                Optional.empty(),
                AT,
                AT,
                closedAt,
                version);
    }

    private static AssignmentView part(String agency, Role role, String status, Optional<Finding> finding) {
        return new AssignmentView(
                UUID.nameUUIDFromBytes(agency.getBytes()),
                Optional.of(agency),
                role,
                status,
                AT,
                role == Role.LEAD ? Optional.of(AT.plusSeconds(40)) : Optional.empty(),
                role == Role.LEAD ? Optional.of(AT.plusSeconds(90)) : Optional.empty(),
                Optional.empty(),
                finding.map(done -> AT.plusSeconds(60)),
                finding.map(done -> "Ibu Siti tidak di rumah"),
                finding,
                finding.map(done -> "polres"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }
}
