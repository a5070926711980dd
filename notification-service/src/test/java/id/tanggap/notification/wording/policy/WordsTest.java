package id.tanggap.notification.wording.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordsTest {

    @Test
    void how_urgent_comes_first_then_what_kind_then_what_happened() {
        assertEquals("DARURAT P10: Kebakaran - tiket baru", new Words(Tickets.fire(), Language.ID).headline());
        assertEquals("EMERGENCY P10: Fire - new ticket", new Words(Tickets.fire(), Language.EN).headline());
    }

    @ParameterizedTest
    @CsvSource({
        "OPENED, Active, , tiket baru",
        "ASSIGNMENT, Cancelled, , DIBATALKAN",
        "ASSIGNMENT, Cancelled, ACCEPT, DIBATALKAN",
        "ASSIGNMENT, Closed, CLOSE, selesai",
        "ASSIGNMENT, Active, ACCEPT, BELUM DITERIMA",
        "ASSIGNMENT, ResourcesAssigned, EN_ROUTE, BELUM BERANGKAT",
        "ASSIGNMENT, ResourcesEnroute, ON_SCENE, BELUM DI LOKASI",
        "ASSIGNMENT, ResourcesOnscene, A_STEP_OF_TOMORROW, LEWAT BATAS WAKTU",
        "VERIFIED, ReOpened, , dibuka lagi",
        "A_CHANGE_OF_TOMORROW, Active, , perubahan",
        "TEST, Active, , UJI COBA"
    })
    void what_happened_is_told_by_what_matters_most(String change, String status, String missed, String word) {
        TicketFacts facts = Tickets.part(change, status, Optional.ofNullable(missed));

        assertEquals(word, new Words(facts, Language.ID).event());
    }

    @Test
    void a_place_is_told_from_the_narrowest_and_by_coordinates_only_where_it_has_no_name() {
        assertEquals("Belakang Pasar Jepara II, Panggang, Kec. Jepara", new Words(Tickets.fire(), Language.ID).place());
        assertEquals(
                "-6.10000, 110.50000",
                new Words(
                                Tickets.fire("", new TicketFacts.Place("", "", "", "-6.10000, 110.50000", false)),
                                Language.ID)
                        .place());
        assertEquals("Lokasi belum diketahui", new Words(Tickets.fire("", Tickets.nowhere()), Language.ID).place());
    }

    @Test
    void a_place_whose_names_and_coordinates_differ_is_to_be_confirmed() {
        TicketFacts facts = Tickets.fire("", new TicketFacts.Place("", "Panggang", "Jepara", "", true));

        assertEquals("Panggang, Kec. Jepara (lokasi perlu dipastikan)", new Words(facts, Language.ID).place());
    }

    @ParameterizedTest
    @ValueSource(strings = {"UNSURE", "LIKELY_HOAX"})
    void a_doubtful_report_is_told_with_its_reason_and_to_be_answered_all_the_same(String band) {
        TicketFacts facts = Tickets.judged(Optional.empty(), band);

        String indonesian = new Words(facts, Language.ID).truth().orElseThrow();
        assertTrue(indonesian.endsWith("(Latar belakang sunyi); tetap ditangani."), indonesian);
        String english = new Words(facts, Language.EN).truth().orElseThrow();
        assertTrue(english.endsWith("(Silent background); respond all the same."), english);
        assertFalse(indonesian.matches(".*[0-9%].*"), "words, not a number");
    }

    @Test
    void what_a_person_found_goes_before_any_score() {
        assertEquals(
                Optional.of("Sudah dipastikan benar."),
                new Words(Tickets.judged(Optional.of("GENUINE"), "LIKELY_HOAX"), Language.ID).truth());
        assertEquals(
                Optional.of("Looks genuine (Silent background)."),
                new Words(Tickets.judged(Optional.of("UNREACHABLE"), "LIKELY_GENUINE"), Language.EN).truth());
    }

    @Test
    void no_word_breaks_its_line_or_turns_its_direction() {
        TicketFacts facts = Tickets.fire(
                "api\r\nBcc: all@example.org\u2028besar\t\t\u202esekali\u0000",
                new TicketFacts.Place("Jl.\r\nRaya", "", "", "", false));
        Words words = new Words(facts, Language.ID);

        assertEquals("api Bcc: all@example.org besar sekali", words.story());
        assertEquals("Jl. Raya", words.place());
    }

    @Test
    void a_push_and_a_template_carry_the_number_only_where_they_may() {
        Words words = new Words(Tickets.fire(), Language.ID);

        assertTrue(PushText.of(words, true).body().contains("Pelapor: Siti +6281200000001"));
        assertFalse(PushText.of(words, false).body().contains("+62"));
        assertTrue(
                TemplateParameters.of(words, true, "JPR-20250520-0007").get(3).contains("+6281200000001"));
        assertFalse(TemplateParameters.of(words, false, "JPR-20250520-0007")
                .toString()
                .contains("+62"));
    }

    @Test
    void template_parameters_are_as_meta_takes_them() {
        String hostile = "a\nb\tc        d " + "panjang ".repeat(500);
        List<String> parameters =
                TemplateParameters.of(new Words(Tickets.fire(hostile, Tickets.nowhere()), Language.ID), true, "JPR-1");

        assertEquals(5, parameters.size());
        for (String parameter : parameters) {
            assertFalse(parameter.isBlank());
            assertFalse(parameter.matches("(?s).*([\\n\\r\\t]| {5}).*"), parameter);
        }
        assertTrue(String.join("", parameters).length() < 800, "with the template's own words below 1024");
        assertTrue(parameters.get(2).startsWith("Nyawa terancam. a b c d panjang"));
        assertTrue(parameters.get(2).endsWith("panjang…"));
    }

    @Test
    void a_template_parameter_without_anything_to_say_is_not_empty() {
        assertEquals(
                "-",
                TemplateParameters.of(new Words(Tickets.fire(), Language.ID), false, "JPR-1")
                        .get(3));
    }
}
