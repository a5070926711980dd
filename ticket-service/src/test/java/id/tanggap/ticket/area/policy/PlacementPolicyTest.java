package id.tanggap.ticket.area.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlacementPolicyTest {

    private static final Area BANGSRI = new Area("33.20.08", "Bangsri");
    private static final Area BANJARAN = new Area("33.20.08.2007", "Banjaran");
    private static final Area KEDUNG = new Area("33.20.01", "Kedung");
    private static final Area BUGEL = new Area("33.20.01.2012", "Bugel");

    private final PlacementPolicy policy = new PlacementPolicy(500, 44_448);

    @ParameterizedTest(
            name =
                    "{0} m from Bugel, at sea {1}, coast {2}, Banjaran named: {3}, {4} m away: {5}, {6}, {7}, disagree {8}")
    @CsvSource({
        // Coordinates alone.
        "0,     false, true,  false, ,       INSIDE,   Kedung,  Bugel,    false",
        "500,   false, false, false, ,       INSIDE,   Kedung,  Bugel,    false",
        "501,   true, true,  false, ,       OFFSHORE, ,        ,         false",
        "44448, true, true,  false, ,       OFFSHORE, ,        ,         false",
        "44449, true, true,  false, ,       OUTSIDE,  ,        ,         false",
        // Nothing at sea, or beyond the border of a kecamatan without a coast.
        "501,   false, true,  false, ,       OUTSIDE,  ,        ,         false",
        "501,   true, false, false, ,       OUTSIDE,  ,        ,         false",
        // Names as near as coordinates are exact: the person knows the village.
        "0,     false, true,  true,  400,    INSIDE,   Bangsri, Banjaran, false",
        // Farther apart, coordinates count and somebody should ask.
        "0,     false, true,  true,  30000,  INSIDE,   Kedung,  Bugel,    true",
        // Beyond the outlines the name is all there is, unless it speaks of somewhere else.
        "2000,  true, true,  true,  2300,   OFFSHORE, Bangsri, Banjaran, false",
        "9000,  false, false, true,  30000,  OUTSIDE,  Bangsri, Banjaran, true"
    })
    void coordinates_and_names_together(
            double metres,
            boolean atSea,
            boolean coastal,
            boolean named,
            Double away,
            Standing standing,
            String kecamatan,
            String desa,
            boolean disagrees) {
        Placement placement = policy.place(
                Optional.of(new Spot(BUGEL, KEDUNG, coastal, metres)),
                atSea,
                named ? new Named(true, Optional.of(BANGSRI), Optional.of(BANJARAN)) : Named.NOTHING,
                Optional.ofNullable(away));

        assertEquals(standing, placement.standing());
        assertEquals(Optional.ofNullable(kecamatan), placement.kecamatan().map(Area::name));
        assertEquals(Optional.ofNullable(desa), placement.desa().map(Area::name));
        assertEquals(disagrees, placement.disagrees());
        boolean beyond = standing == Standing.OFFSHORE || standing == Standing.OUTSIDE;
        assertEquals(beyond ? Optional.of(KEDUNG) : Optional.empty(), placement.nearest());
        assertEquals(beyond ? Optional.of((int) metres) : Optional.empty(), placement.distanceMetres());
    }

    @ParameterizedTest(name = "told {0}, found {1}: {2}")
    @CsvSource({"false, false, UNKNOWN", "true, true, INSIDE", "true, false, NOT_FOUND"})
    void names_alone(boolean told, boolean found, Standing standing) {
        Placement placement = policy.place(
                Optional.empty(),
                false,
                new Named(told, found ? Optional.of(BANGSRI) : Optional.empty(), Optional.empty()),
                Optional.empty());

        assertEquals(standing, placement.standing());
        assertEquals(found ? Optional.of(BANGSRI) : Optional.empty(), placement.kecamatan());
    }
}
