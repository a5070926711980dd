package id.tanggap.ticket.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Spot;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Point;

class AreaIndexTest {

    static final List<Desa> DESA = Outlines.read("/areas/jepara-desa.geojson");
    static final AreaIndex INDEX = new AreaIndex(DESA);

    @Test
    void the_regency_is_whole() {
        Map<Area, Long> kecamatan =
                DESA.stream().collect(Collectors.groupingBy(Desa::kecamatan, Collectors.counting()));

        assertEquals(195, DESA.size());
        assertEquals(16, kecamatan.size());
        assertTrue(DESA.stream().allMatch(desa -> desa.outline().isValid()));
    }

    @Test
    void a_point_inside_every_desa_is_found_in_it() {
        for (Desa desa : DESA) {
            Point inside = desa.outline().getInteriorPoint();
            Spot spot = INDEX.at(inside.getY(), inside.getX());

            assertEquals(new Spot(desa.area(), desa.kecamatan(), desa.coastal(), 0), spot);
        }
    }

    @ParameterizedTest(name = "{0}, {1} is in {2}")
    @CsvSource({
        "-6.61982, 110.66994, 33.20.11, Mantingan",
        "-6.58855, 110.67800, 33.20.06, Pengkol",
        "-6.49112, 110.89939, 33.20.09, Kelet",
        "-5.85290, 110.45668, 33.20.10, Karimunjawa",
        "-5.80182, 110.47112, 33.20.10, Kemujan",
        "-5.74431, 110.24334, 33.20.10, Parang",
        "-5.81674, 110.19044, 33.20.10, Nyamuk"
    })
    void known_places_are_where_they_are(double lat, double lon, String kecamatan, String desa) {
        Spot spot = INDEX.at(lat, lon);

        assertEquals(desa, spot.desa().name());
        assertEquals(kecamatan, spot.kecamatan().code());
    }

    @Test
    void a_corner_that_desa_share_belongs_to_the_one_with_the_lowest_code() {
        int shared = 0;
        for (Desa desa : DESA) {
            Coordinate corner = desa.outline().getCoordinates()[0];
            List<String> holders = DESA.stream()
                    .filter(each -> List.of(each.outline().getCoordinates()).contains(corner))
                    .map(each -> each.area().code())
                    .sorted()
                    .toList();
            shared += holders.size() > 1 ? 1 : 0;
            Spot spot = INDEX.at(corner.y, corner.x);

            // Where only the flat map's rounding decides, it is at most a millimetre outside.
            assertTrue(spot.metres() < 0.001);
            assertTrue(spot.desa().code().compareTo(holders.getFirst()) <= 0
                    || holders.contains(spot.desa().code()));
        }
        assertTrue(shared > 0, "there are shared corners");
    }

    @ParameterizedTest(name = "{0}: about {3} km from {4}")
    @CsvSource({
        "ferry half way, -6.23, 110.55, 31, Bangsri",
        "Kudus, -6.8048, 110.8405, 5.5, Nalumsari",
        "Semarang, -6.9932, 110.4203, 35.5, Kedung"
    })
    void beyond_the_outlines_the_nearest_is_known_and_how_far(
            String place, double lat, double lon, double kilometres, String kecamatan) {
        Spot spot = INDEX.at(lat, lon);

        assertEquals(kecamatan, spot.kecamatan().name());
        assertEquals(kilometres, spot.metres() / 1000, 1);
    }

    @Test
    void the_way_to_an_area_is_nothing_inside_it() {
        assertEquals(0, INDEX.metres(-6.61982, 110.66994, new Area("33.20.11", "Tahunan")));
        assertTrue(INDEX.metres(-6.61982, 110.66994, new Area("33.20.08", "Bangsri")) > 5_000);
    }
}
