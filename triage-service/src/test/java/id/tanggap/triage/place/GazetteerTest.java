package id.tanggap.triage.place;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GazetteerTest {

    private final Gazetteer jepara = Gazetteer.of(new BufferedReader(new InputStreamReader(
                    GazetteerTest.class.getResourceAsStream("/places/jepara.csv"), StandardCharsets.UTF_8))
            .lines());

    @ParameterizedTest
    @CsvSource({
        "Kebakaran gudang mebel di Mantingan dekat pasar, Mantingan",
        "rumah di karimun jawa roboh, Karimunjawa",
        "Banjir di Kalinyamtan, Kalinyamatan",
        "pohon tumbang ds Bulu, Bulu",
        "PAKIS AJI longsor, Pakis Aji",
        "kecelakaan arah Bangsri, Bangsri"
    })
    void aPlaceIsFoundHoweverItIsSpelt(String text, String expected) {
        assertEquals(List.of(expected), names(text));
    }

    @ParameterizedTest
    @CsvSource({"ada pohon jambu tumbang", "kena bulu mata", "tanggul jebol airnya masuk", "anak saya sakit"})
    void anEverydayWordIsNoPlace(String text) {
        assertEquals(List.of(), names(text));
    }

    @Test
    void theOperatorsChoiceIsTakenMostExactly() {
        assertEquals("Mantingan", named("Tahunan", "Mantingan"));
        assertEquals("Tahunan", named("Tahunan", "Atlantis"));
        assertEquals(Optional.empty(), jepara.named(Optional.of("Atlantis"), Optional.empty()));
    }

    @Test
    void everyNameFindsAPlaceOfThatName() throws Exception {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                GazetteerTest.class.getResourceAsStream("/places/jepara.csv"), StandardCharsets.UTF_8))) {
            List<String> all = lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(";")[1])
                    .toList();
            assertEquals(211, all.size());
            all.forEach(name -> assertEquals(List.of(name), names("di " + name + " ada api"), name));
        }
    }

    @Test
    void aLineOfAnotherFormIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Gazetteer.of(Stream.of("33.20.01;Kedung")));
    }

    private List<String> names(String text) {
        return jepara.in(text).stream().map(Place::name).toList();
    }

    private String named(String kecamatan, String desa) {
        return jepara.named(Optional.of(kecamatan), Optional.of(desa))
                .orElseThrow()
                .name();
    }
}
