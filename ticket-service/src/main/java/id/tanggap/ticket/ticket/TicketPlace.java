package id.tanggap.ticket.ticket;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.area.policy.Standing;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Optional;

/** Where a ticket's place was found when it was opened, as kept: codes with the names of that day. */
@Embeddable
record TicketPlace(
        @Enumerated(EnumType.STRING) Standing standing,
        String kecamatanCode,
        String kecamatanName,
        String desaCode,
        String desaName,
        String nearestCode,
        String nearestName,
        Integer distanceMetres,
        @Column(name = "place_disagrees") Boolean disagrees) {

    /** Null if nothing was told: there is nothing to keep. */
    static TicketPlace of(Placement found) {
        return found.standing() == Standing.UNKNOWN
                ? null
                : new TicketPlace(
                        found.standing(),
                        code(found.kecamatan()),
                        name(found.kecamatan()),
                        code(found.desa()),
                        name(found.desa()),
                        code(found.nearest()),
                        name(found.nearest()),
                        found.distanceMetres().orElse(null),
                        found.disagrees());
    }

    /** As contracts carry it. */
    Placement placement() {
        return new Placement(
                standing,
                area(kecamatanCode, kecamatanName),
                area(desaCode, desaName),
                area(nearestCode, nearestName),
                Optional.ofNullable(distanceMetres),
                disagrees);
    }

    private static String code(Optional<Area> area) {
        return area.map(Area::code).orElse(null);
    }

    private static String name(Optional<Area> area) {
        return area.map(Area::name).orElse(null);
    }

    private static Optional<Area> area(String code, String name) {
        return Optional.ofNullable(code).map(known -> new Area(known, name));
    }
}
