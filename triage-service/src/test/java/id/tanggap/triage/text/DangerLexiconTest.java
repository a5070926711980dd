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
import org.junit.jupiter.params.provider.ValueSource;

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
                    kbkrn rmh ds. Langon, 1 org trjebak                         | FIRE,LIFE_THREAT
                    laka R2 vs R4 di TKP, krbn tdk sdr                          | MEDICAL
                    ada yg tenggelm di kali                                     | LIFE_THREAT
                    Geni soko pawon, mbahe kecemplung sumur                     | FIRE,LIFE_THREAT
                    Tibo soko montor, ora sadar                                 | MEDICAL
                    Orang mau bundir di jembatan                                | LIFE_THREAT
                    Banyune wis mlebu omah                                      | DISASTER
                    Pelaku curas bawa sajam                                     | VIOLENCE
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Bukan kebakaran, hanya asap dapur",
                "bkn kbakaran, cm fogging",
                "Dudu kobong pak",
                "Sanes kobongan",
                "Lampu merah mati, tidak ada korban",
                "Mobil mogok. Korban: nihil",
                "Pohon tumbang, korban tidak ada",
                "Tidak ada yang terluka, motor lecet",
                "Bukan orang pingsan, orang tidur",
                "Warga membakar sampah di kebun",
                "Pesta kembang api di alun-alun"
            })
    void whatIsDeniedOrEverydayIsNone(String text) {
        assertEquals(Set.of(), lexicon.in("OTHER", text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Bukan hanya kebakaran, tabungnya meledak        | FIRE
                    Bukan kebakaran biasa                           | FIRE
                    Apa rumahnya kosong? Tidak, kebakaran dari tadi | FIRE
                    Kebakaran sampah di TPA                         | FIRE
                    Tidak ada yang menolong korban                  | MEDICAL
                    Tidak ada korban jiwa, beberapa orang dirawat   | MEDICAL
                    Tidak ada ambulans                              | MEDICAL
                    Tidak bisa napas, tidak sadar                   | MEDICAL
                    Bukan tenggelam                                 | LIFE_THREAT
                    Bukan kecelakaan, penusukan                     | VIOLENCE
                    """)
    void aDenialTakesBackNoMoreThanItSays(String text, Indicator danger) {
        assertEquals(Set.of(danger), lexicon.in("OTHER", text));
    }

    @Test
    void noTextDeniesACategory() {
        assertEquals(Set.of(Indicator.FIRE), lexicon.in("FIRE", "bukan kebakaran"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Minta ditolong tetangga",
                "Tanggal berapa buka",
                "Pencarian KTP hilang",
                "Sudah terbayar",
                "Tawaran kerja",
                "Murid diajar guru",
                "Barang dipikul",
                "Pendaratan kapal",
                "Rumput ditebas"
            })
    void aWordNearAWordOfDangerIsItself(String text) {
        assertEquals(Set.of(), lexicon.in("OTHER", text));
    }
}
