package id.tanggap.ticket.export.open311;

import id.tanggap.ticket.area.AreaShape;
import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.Agency;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.ServiceLevel;
import id.tanggap.ticket.export.Wib;
import id.tanggap.ticket.ticket.AssignmentView;
import id.tanggap.ticket.ticket.TicketStatus;
import id.tanggap.ticket.ticket.TicketView;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The open view of tickets. It tells what kind of thing happened in which desa and what became of it. It tells neither what was
 * said, nor the address, nor the coordinates, of which it gives the middle of the desa instead: a house on a map says who called.
 */
public final class Open311Mapper {

    private final Catalogue catalogue;
    private final Collection<String> open;

    /** @param open the categories that it tells of, with all in them */
    public Open311Mapper(Catalogue catalogue, Collection<String> open) {
        this.catalogue = catalogue;
        this.open = open;
    }

    /** The codes of all categories that it tells of, retired ones too: there are tickets of them. */
    public List<String> codes() {
        return catalogue.categories().keySet().stream().filter(this::isOpen).toList();
    }

    private boolean isOpen(String code) {
        return catalogue.path(code).stream().anyMatch(open::contains);
    }

    /** The kinds of requests that there are today, as people see them. */
    public List<Service> services() {
        return catalogue.categories().values().stream()
                .filter(category -> category.active() && isOpen(category.code()))
                .map(this::service)
                .toList();
    }

    /** Empty if there is none, or it is not told of. */
    public Optional<Service.Definition> definition(String code) {
        return catalogue
                .category(code)
                .filter(category -> category.active() && isOpen(code))
                .map(category -> new Service.Definition(category.code(), List.of()));
    }

    private Service service(Category category) {
        String group = category.parent()
                .flatMap(catalogue::category)
                .map(parent -> parent.label().id())
                .orElse(category.label().id());
        return new Service(
                category.code(),
                category.label().id(),
                category.label().en(),
                false,
                "realtime",
                category.emergency() ? "112, darurat" : "112",
                group);
    }

    /** @param shape of the smallest area that its place was found in */
    public Request request(TicketView ticket, Optional<AreaShape> shape) {
        Optional<String> lead = ticket.assignments().stream()
                .filter(a -> a.role() == Role.LEAD)
                .findFirst()
                .flatMap(AssignmentView::agency);
        return new Request(
                ticket.number(),
                ticket.status() == TicketStatus.OPEN ? "open" : "closed",
                null,
                ticket.categoryLabel().id(),
                ticket.category(),
                ticket.categoryLabel().id() + ", " + place(ticket.area()),
                lead.flatMap(catalogue::agency)
                        .map(Agency::label)
                        .map(Category.Label::id)
                        .orElse(null),
                null,
                Wib.text(ticket.reportedAt()),
                Wib.text(lastStep(ticket)),
                ticket.serviceLevel()
                        .flatMap(ServiceLevel::close)
                        .map(time -> Wib.text(ticket.openedAt().plus(time)))
                        .orElse(null),
                place(ticket.area()),
                ticket.area().flatMap(Open311Mapper::smallest).map(Area::code).orElse(null),
                null,
                shape.map(known -> known.inside().lat()).orElse(null),
                shape.map(known -> known.inside().lon()).orElse(null),
                null);
    }

    /** The desa, or else the kecamatan, in which it is. */
    public static Optional<Area> smallest(Placement found) {
        return found.desa().or(found::kecamatan);
    }

    private static String place(Optional<Placement> found) {
        String known = Stream.of(
                        found.flatMap(Placement::desa).map(Area::name),
                        found.flatMap(Placement::kecamatan).map(area -> "Kecamatan " + area.name()))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return known.isEmpty() ? "lokasi tidak diketahui" : known;
    }

    private static Instant lastStep(TicketView ticket) {
        return ticket.assignments().stream()
                .flatMap(a -> Stream.of(
                        Optional.of(a.receivedAt()), a.acceptedAt(), a.enrouteAt(), a.onsceneAt(), a.closedAt()))
                .flatMap(Optional::stream)
                .max(Instant::compareTo)
                .orElse(ticket.openedAt());
    }
}
