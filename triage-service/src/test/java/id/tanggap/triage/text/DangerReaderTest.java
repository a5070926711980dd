package id.tanggap.triage.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.policy.Indicator;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DangerReaderTest {

    private static final String UNLISTED = "warga minta tolong, ada orang belum keluar dari rumah";

    private final DangerReader reader = DangerReader.bundled();

    @Test
    void whatNoListedWordNamesIsFoundByItsWording() {
        assertEquals(Set.of(), DangerLexicon.bundled().in("OTHER", UNLISTED));
        assertEquals(Set.of(Indicator.WORDING), reader.in("OTHER", UNLISTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"Gudang terbakar", "Bapak saya pingsan", "Anak tenggelam, tolong", "Bukan tenggelam"})
    void theModelTakesNothingAway(String text) {
        assertEquals(DangerLexicon.bundled().in("OTHER", text), reader.in("OTHER", text));
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
        assertEquals(Set.of(), reader.in(category, text));
    }

    @Test
    void noTextIsTooLongOrTooStrange() {
        assertEquals(Set.of(), reader.in("OTHER", ""));
        assertEquals(Set.of(), reader.in("OTHER", "\u0000 \uD83D\uDE00 \u202E $1 \\"));
        assertTrue(reader.in("OTHER", "x ".repeat(9_000) + "kebakaran").contains(Indicator.FIRE));
    }
}
