package id.tanggap.ticket.area;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Named;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AreaNamesTest {

    private static final AreaNames NAMES = new AreaNames(AreaIndexTest.DESA);

    @ParameterizedTest(name = "kecamatan {0}, desa {1}: {2} {3}")
    @CsvSource({
        "Bangsri, , Bangsri, ",
        "Bangsry, , Bangsri, ",
        "BANGSRI, , Bangsri, ",
        "Kec. Bangsri, , Bangsri, ",
        "kecamatan bangsri, , Bangsri, ",
        "Karimun Jawa, , Karimunjawa, ",
        "Karimoendjawa, , Karimunjawa, ",
        "Djepara, , Jepara, ",
        "Pakisaji, , Pakis Aji, ",
        "Pakis Haji, , Pakis Aji, ",
        "Kalinyamat, , Kalinyamatan, ",
        "Donoroja, , Donorojo, ",
        "Tahunan, Ds. Mantingan, Tahunan, Mantingan",
        "Tahunan, Desa Mantingn, Tahunan, Mantingan",
        ", Kel. Panggang, Jepara, Panggang",
        ", mayong kidul, Mayong, Mayong Kidul",
        "Mantingan, , Tahunan, Mantingan",
        ", Ujung Batu, Jepara, Ujungbatu",
        ", Bulakbaru, Kedung, Bulak Baru",
        // A desa of another kecamatan gives way to the kecamatan, and so does one that nobody knows.
        "Jepara, Mantingan, Jepara, ",
        "Jepara, Gang Buntu, Jepara, "
    })
    void what_people_write_is_understood(String kecamatan, String desa, String meant, String meantDesa) {
        Named named = NAMES.resolve(kecamatan, desa);

        assertEquals(Optional.ofNullable(meant), named.kecamatan().map(Area::name));
        assertEquals(Optional.ofNullable(meantDesa), named.desa().map(Area::name));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Mejobo", "Semarang", "Wedung", "Sowan", "Jepang", "dekat pasar", "x", "Kaliori", "Gebog", "Tayu"
            })
    void a_name_that_is_none_of_ours_is_not_guessed(String name) {
        assertEquals(new Named(true, Optional.empty(), Optional.empty()), NAMES.resolve(name, null));
    }

    @Test
    void nothing_told_is_nothing() {
        assertEquals(Named.NOTHING, NAMES.resolve(null, " - "));
        assertEquals(Named.NOTHING, NAMES.resolve("", null));
    }

    /** What would send help to the wrong village: no slip of one letter may do it, and few may leave the village unknown. */
    @Test
    void one_letter_left_out_never_leads_to_another_place_and_seldom_to_none() {
        int found = 0;
        int all = 0;
        for (Desa desa : AreaIndexTest.DESA) {
            String name = desa.area().name();
            for (int i = 1; i < name.length(); i++) {
                String told = name.substring(0, i) + name.substring(i + 1);
                Named named = NAMES.resolve(desa.kecamatan().name(), told);
                boolean right = named.desa().equals(Optional.of(desa.area()));

                assertTrue(right || named.desa().isEmpty(), told + " -> " + named.desa());
                found += right ? 1 : 0;
                all++;
            }
        }
        assertTrue(found > 0.95 * all, found + " of " + all);
    }

    @Test
    void a_person_is_shown_the_likely_ones_first_to_choose_from() {
        List<String> shown = NAMES.like("Mayong", 10).stream()
                .map(found -> found.area().name())
                .toList();

        assertEquals("Mayong", shown.getFirst());
        assertTrue(shown.containsAll(List.of("Mayong Lor", "Mayong Kidul")));
        assertEquals("33.20.08", NAMES.like("Bangsry", 10).getFirst().area().code());
        assertEquals(List.of(), NAMES.like("Surabaya", 10));
    }
}
