package id.tanggap.ticket.area.policy;

import java.util.Optional;

/**
 * Says where a place is, from coordinates and names, of which each may be absent or wrong. Coordinates decide whether it is
 * in the regency; a name that is as near to them as they are exact decides which desa; farther apart, they disagree, and
 * the coordinates count. Coordinates cannot tell the sea from a neighbour's land, the kind of a report can: what happens at
 * sea lies off the nearest coast.
 *
 * @param borderMetres how far beyond an outline a point still counts as inside
 * @param offshoreMetres how far from a kecamatan with a coast something at sea counts as off that coast
 */
public record PlacementPolicy(double borderMetres, double offshoreMetres) {

    /**
     * Where it is.
     *
     * @param spot empty if there are no coordinates
     * @param atSea whether the report is of something at sea
     * @param metresToNamed from the coordinates to the smallest area that was named, empty without either
     */
    public Placement place(Optional<Spot> spot, boolean atSea, Named named, Optional<Double> metresToNamed) {
        return spot.map(found -> found.metres() <= borderMetres
                        ? inside(found, named, metresToNamed)
                        : beyond(found, atSea, named, metresToNamed))
                .orElseGet(() -> byName(named));
    }

    private Placement inside(Spot spot, Named named, Optional<Double> metresToNamed) {
        boolean near = metresToNamed.map(metres -> metres <= borderMetres).orElse(false);
        Optional<Area> kecamatan = near ? named.kecamatan() : Optional.of(spot.kecamatan());
        Optional<Area> desa = near && named.desa().isPresent()
                ? named.desa()
                : Optional.of(spot.desa())
                        .filter(found -> kecamatan.orElseThrow().code().equals(found.kecamatanCode()));
        return new Placement(
                Standing.INSIDE,
                kecamatan,
                desa,
                Optional.empty(),
                Optional.empty(),
                metresToNamed.isPresent() && !near);
    }

    private Placement beyond(Spot spot, boolean atSea, Named named, Optional<Double> metresToNamed) {
        boolean offshore = atSea && spot.coastal() && spot.metres() <= offshoreMetres;
        return new Placement(
                offshore ? Standing.OFFSHORE : Standing.OUTSIDE,
                named.kecamatan(),
                named.desa(),
                Optional.of(spot.kecamatan()),
                Optional.of((int) Math.round(spot.metres())),
                metresToNamed
                        .map(metres -> metres > spot.metres() + borderMetres)
                        .orElse(false));
    }

    private static Placement byName(Named named) {
        if (!named.told()) {
            return Placement.UNKNOWN;
        }
        return named.kecamatan().isPresent()
                ? Placement.named(Standing.INSIDE, named.kecamatan(), named.desa())
                : Placement.named(Standing.NOT_FOUND, Optional.empty(), Optional.empty());
    }
}
