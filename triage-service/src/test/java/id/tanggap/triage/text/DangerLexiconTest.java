package id.tanggap.triage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.triage.policy.Indicator;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DangerLexiconTest {

    private final DangerLexicon lexicon = DangerLexicon.bundled();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Gudang mebel terbakar, asap tebal sekali                    | FIRE
                    TOLOOONG rumah tetangga kebakaraaan                         | FIRE
                    Bapak saya pingsan, tidak sadar, napasnya berat             | MEDICAL
                    Bapakku semaput nang sawah                                  | MEDICAL
                    Kecelakaan di depan pasar, dua korban                       | MEDICAL
                    Anak tenggelam di Kali Wiso, umur balita                    | CHILD,LIFE_THREAT
                    Istri dipukuli suaminya, ada KDRT                           | VIOLENCE
                    Air naik cepat, rob masuk rumah di Kedung                   | DISASTER
                    Perahu terbalik dekat Pulau Panjang, tiga orang hanyut      | DISASTER,LIFE_THREAT
                    """)
    void dangerIsFoundInEverydayWords(String text, String expected) {
        Set<Indicator> indicators = Arrays.stream(expected.split(","))
                .map(Indicator::valueOf)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Indicator.class)));
        assertEquals(indicators, lexicon.in("OTHER", text));
    }

    @ParameterizedTest
    @CsvSource({
        "WATER, Pipa PDAM di tepi jalan pecah sejak subuh",
        "FAKE_WHATSAPP, Ada nomor WhatsApp yang memakai nama dan foto Bupati minta sumbangan lewat transfer",
        "STREET_LIGHT, Lampu jalan mati tiga malam di depan SMP",
        "INFORMATION, Tanya jam buka layanan KTP",
        "ROAD_DAMAGE, Jalan berlubang dalam"
    })
    void anOrdinaryMatterIsNone(String category, String text) {
        assertEquals(Set.of(), lexicon.in(category, text));
    }

    @Test
    void theCategoryAloneSpeaksToo() {
        assertEquals(Set.of(Indicator.FIRE), lexicon.in("FIRE", "."));
        assertEquals(Set.of(), lexicon.in("A_CODE_OF_TOMORROW", "."));
    }

    @Test
    void aDangerDeniedIsStillLookedAt() {
        assertEquals(Set.of(Indicator.MEDICAL), lexicon.in("TRAFFIC_LIGHT", "Lampu merah mati, tidak ada korban"));
    }
}
