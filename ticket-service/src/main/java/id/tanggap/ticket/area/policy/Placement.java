package id.tanggap.ticket.area.policy;

import java.util.Optional;

/**
 * Where a report's place is.
 *
 * @param kecamatan the one it lies in, or that was named; empty if none is known
 * @param desa likewise
 * @param nearest the nearest kecamatan, only of a place that lies in none
 * @param distanceMetres how far that is, over the ground
 * @param disagrees whether coordinates and names speak of different places: somebody should ask
 */
public record Placement(
        Standing standing,
        Optional<Area> kecamatan,
        Optional<Area> desa,
        Optional<Area> nearest,
        Optional<Integer> distanceMetres,
        boolean disagrees) {

    /** Of a report that says nothing of its place. */
    public static final Placement UNKNOWN = named(Standing.UNKNOWN, Optional.empty(), Optional.empty());

    static Placement named(Standing standing, Optional<Area> kecamatan, Optional<Area> desa) {
        return new Placement(standing, kecamatan, desa, Optional.empty(), Optional.empty(), false);
    }

    /** The kecamatan whose agencies answer: off the coast, the nearest one. */
    public Optional<Area> answering() {
        return standing == Standing.OFFSHORE ? nearest : kecamatan;
    }
}
