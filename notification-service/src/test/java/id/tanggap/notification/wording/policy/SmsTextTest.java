package id.tanggap.notification.wording.policy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.wording.policy.ShortMessage.Coding;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsTextTest {

    private static final String LINK = "https://112.jepara.go.id/t/JPR-20250520-0007";

    @ParameterizedTest
    @CsvSource({
        "a, 160, GSM, 1",
        "a, 161, GSM, 2",
        "a, 306, GSM, 2",
        "a, 307, GSM, 3",
        "€, 80, GSM, 1",
        // 153 is odd: each segment but the last keeps a septet free rather than part an escape from its character.
        "€, 152, GSM, 2",
        "€, 153, GSM, 3",
        "ꦗ, 70, UCS2, 1",
        "ꦗ, 71, UCS2, 2",
        "ꦗ, 134, UCS2, 2",
        "ꦗ, 135, UCS2, 3",
        "🔥, 35, UCS2, 1",
        // 67 is odd, too.
        "🔥, 66, UCS2, 2",
        "🔥, 67, UCS2, 3"
    })
    void segments_are_reckoned_as_telephones_do(String character, int times, Coding coding, int segments) {
        ShortMessage message = ShortMessage.of(character.repeat(times));

        assertEquals(coding, message.coding());
        assertEquals(segments, message.segments().size());
    }

    @Test
    void segments_joined_are_the_text() {
        String text = "🔥api ".repeat(40);
        StringBuilder joined = new StringBuilder();
        for (byte[] segment : ShortMessage.of(text).segments()) {
            joined.append(new String(segment, StandardCharsets.UTF_16BE));
        }

        assertEquals(text, joined.toString());
    }

    @Test
    void the_alphabet_has_its_own_codes() {
        assertArrayEquals(
                new byte[] {0x00, 0x24 - 0x22, 0x41, 0x61, 0x1b, 0x65, 0x1b, 0x3c, 0x5b, 0x7f, 0x20, 0x0a, 0x11},
                Gsm0338.encode("@$Aa€[Äà \n_"));
    }

    @Test
    void signs_of_word_processors_and_accents_cost_no_room() {
        assertEquals(
                Coding.GSM,
                ShortMessage.of(Gsm0338.plain("“Jalan” – Karimunjawa’s… ñ ê ū")).coding());
        assertEquals("\"Jalan\" - Karimunjawa's... ñ e u", Gsm0338.plain("“Jalan” – Karimunjawa’s… ñ ê ū"));
        assertEquals("ꦗꦥꦫ", Gsm0338.plain("ꦗꦥꦫ"));
    }

    @Test
    void a_usual_ticket_is_told_whole() {
        assertEquals(
                """
                DARURAT P10: Kebakaran - tiket baru
                Belakang Pasar Jepara II, Panggang, Kec. Jepara
                Nyawa terancam. Kebakaran rumah di belakang pasar, masih ada orang di dalam.
                Pelapor: Siti +6281200000001
                https://112.jepara.go.id/t/JPR-20250520-0007""",
                SmsText.of(new Words(Tickets.fire(), Language.ID), true, LINK));
    }

    @Test
    void without_leave_it_bears_no_number() {
        assertFalse(
                SmsText.of(new Words(Tickets.fire(), Language.ID), false, LINK).contains("+62"));
    }

    @Test
    void a_long_story_is_cut_between_words_and_the_rest_stays() {
        String text = SmsText.of(new Words(Tickets.fire("kebakaran besar ".repeat(200)), Language.ID), true, LINK);

        assertEquals(3, ShortMessage.of(text).segments().size());
        assertTrue(text.length() > 440, "room is used: " + text.length());
        assertTrue(text.contains("kebakaran...\n") || text.contains("besar...\n"), text);
        assertTrue(text.contains("Pelapor: Siti"));
        assertTrue(text.endsWith(LINK));
    }

    @Test
    void strange_letters_leave_less_room_and_still_head_and_link() {
        String text = SmsText.of(new Words(Tickets.fire("ꦏꦧꦏꦫꦤ꧀ ".repeat(100)), Language.ID), true, LINK);

        assertEquals(Coding.UCS2, ShortMessage.of(text).coding());
        assertEquals(3, ShortMessage.of(text).segments().size());
        assertTrue(text.startsWith("DARURAT P10: Kebakaran"));
        assertTrue(text.endsWith(LINK));
    }

    @Test
    void whatever_a_place_is_called_three_segments_are_the_most() {
        TicketFacts.Place endless = new TicketFacts.Place("ꦗ".repeat(500), "ꦗ".repeat(500), "ꦗ".repeat(500), "", true);
        String text =
                SmsText.of(new Words(Tickets.fire("ꦗ".repeat(500), endless), Language.ID), true, LINK + "x".repeat(60));

        assertTrue(ShortMessage.of(text).segments().size() <= 3);
        assertTrue(text.startsWith("DARURAT P10: Kebakaran"));
    }
}
