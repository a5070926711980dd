package id.tanggap.ticket.priority.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PriorityPolicyTest {

    /** The category's usual priority, whether it is an emergency, the operator's word, the text; what comes of it. */
    @ParameterizedTest(name = "{0} {1} {2}, {3}: {4}")
    @CsvSource(
            delimiter = '|',
            value = {
                "3 | false | false | Lampu jalan mati sejak kemarin                            |  3 | false | CATEGORY",
                "9 | true  | false | Kebakaran gudang mebel                                    |  9 | true  | CATEGORY",
                "9 | true  | true  | Kebakaran gudang mebel, orang di dalam                    | 10 | true  | CATEGORY LIFE_THREAT",
                "5 | false | true  | Pipa pecah, ada yang tertimpa                             |  9 | true  | CATEGORY LIFE_THREAT",
                // The operator forgot the box; the text did not.
                "5 | false | false | Pipa pecah, ada yang tertimpa                             |  8 | true  | CATEGORY TEXT_LIFE",
                "9 | true  | false | Ibu saya pingsan                                          |  9 | true  | CATEGORY TEXT_LIFE",
                "8 | true  | false | Tabrakan beruntun tiga mobil                              |  9 | true  | CATEGORY TEXT_MANY",
                "4 | false | false | Mau lapor, rumah kebanjiran                               |  7 | true  | CATEGORY TEXT_DISASTER",
                "4 | false | false | Ratusan rumah terendam banjir                             |  8 | true  | CATEGORY TEXT_DISASTER TEXT_MANY",
                "8 | true  | false | Banjir setinggi dada, banyak orang dan bayi               | 10 | true  | CATEGORY TEXT_MANY TEXT_CHILDREN",
                "4 | false | false | Banyak orang bertanya soal vaksin                         |  4 | false | CATEGORY",
                "3 | false | false | Anak saya ditipu lewat WhatsApp                           |  4 | false | CATEGORY TEXT_CHILDREN",
                "10| true  | true  | Tsunami, anak-anak terjebak, ratusan orang                | 10 | true  | CATEGORY LIFE_THREAT TEXT_MANY TEXT_CHILDREN",
                // What is denied is not meant, but for a life.
                "4 | false | false | Air keruh, bukan banjir, tidak ada longsor                |  4 | false | CATEGORY",
                "5 | false | false | Pohon tumbang, tdk ada banjir                             |  5 | false | CATEGORY",
                "5 | false | false | Jatuh tapi bukan pingsan                                  |  8 | true  | CATEGORY TEXT_LIFE",
                "7 | true  | false | Tabrakan, tidak ada korban jiwa                           |  7 | true  | CATEGORY",
                "3 | false | false | Sampah di anak sungai dekat anak tangga                   |  3 | false | CATEGORY",
                "3 | false | false | Robot mainan dan lampu bergempal                          |  3 | false | CATEGORY",
            })
    void what_was_said_raises_the_categorys_priority(
            int usual, boolean emergency, boolean lifeThreat, String text, int level, boolean urgent, String reasons) {
        Priority priority = PriorityPolicy.of(usual, emergency, Told.of(lifeThreat, text));

        assertEquals(level, priority.level());
        assertEquals(urgent, priority.emergency());
        assertEquals(reasons, priority.reasons().stream().map(Enum::name).collect(Collectors.joining(" ")));
    }

    @Test
    void nothing_that_is_said_lowers_anything() {
        for (int usual = 0; usual <= 10; usual++) {
            for (Sign sign : Sign.values()) {
                for (boolean emergency : new boolean[] {false, true}) {
                    for (boolean life : new boolean[] {false, true}) {
                        Priority without = PriorityPolicy.of(usual, emergency, new Told(false, Set.of()));
                        Priority with = PriorityPolicy.of(usual, emergency, new Told(life, Set.of(sign)));
                        Priority all = PriorityPolicy.of(usual, emergency, new Told(life, Set.of(Sign.values())));

                        assertTrue(with.level() >= without.level() && all.level() >= with.level());
                        assertTrue(all.level() <= PriorityPolicy.HIGHEST);
                        assertTrue(
                                (with.emergency() || !without.emergency()) && (all.emergency() || !with.emergency()));
                    }
                }
            }
        }
    }

    @Test
    void a_person_decides_but_an_operator_puts_no_life_at_the_end_of_the_line() {
        assertEquals(6, PriorityPolicy.set(6).level());
        assertEquals(
                Arrays.asList(false, true),
                Arrays.asList(
                        PriorityPolicy.set(6).emergency(), PriorityPolicy.set(7).emergency()));
        assertEquals(OptionalInt.of(7), PriorityPolicy.leastFor(false, true));
        assertEquals(OptionalInt.empty(), PriorityPolicy.leastFor(true, true));
        assertEquals(OptionalInt.empty(), PriorityPolicy.leastFor(false, false));
    }
}
