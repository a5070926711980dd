package id.tanggap.notification.channel.email;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.channel.ChannelMessage;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.support.Settings;
import id.tanggap.notification.wording.Wording;
import id.tanggap.notification.wording.policy.Language;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A ticket from the agency's view to the mailbox, with the service's own templates. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class EmailChannelTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Wording wording;

    @Inject
    Vertx vertx;

    private static ObjectNode view() throws IOException {
        return (ObjectNode)
                JSON.readTree(Files.readString(Path.of("src/test/resources/contracts/ticket.agency.v1.assessed.json")));
    }

    private MimeMessage mailed(ObjectNode view, Language language, boolean contact) throws Exception {
        try (MailServer server = new MailServer()) {
            EmailChannel channel = new EmailChannel(
                    Settings.of(
                            EmailConfig.class,
                            "tanggap.channel.email.host",
                            "127.0.0.1",
                            "tanggap.channel.email.port",
                            Integer.toString(server.port()),
                            "tanggap.channel.email.from",
                            "112@jepara.go.id",
                            "tanggap.channel.email.security",
                            "none",
                            "tanggap.channel.email.contact",
                            Boolean.toString(contact)),
                    wording,
                    vertx);
            assertTrue(channel.offered());
            assertEquals(
                    ChannelResult.accepted(List.of()),
                    channel.send(new ChannelMessage(
                                    UUID.randomUUID(), "regu2@damkar.example", JSON.writeValueAsString(view), language))
                            .await()
                            .atMost(Duration.ofSeconds(30)));
            await().until(() -> !server.messages().isEmpty());
            MimeMessage mailed = server.messages().getFirst();
            channel.stop(null);
            return mailed;
        }
    }

    private static String part(MimeMessage message, int index) throws Exception {
        return ((MimeMultipart) message.getContent())
                .getBodyPart(index)
                .getContent()
                .toString()
                .replace("\r\n", "\n");
    }

    @Test
    void a_ticket_is_told_in_indonesian_with_the_contact_only_where_it_may_be() throws Exception {
        MimeMessage with = mailed(view(), Language.ID, true);

        assertEquals("DARURAT P10: Kebakaran - perubahan - JPR-20250520-0007", with.getSubject());
        assertEquals(
                """
                DARURAT P10: Kebakaran - perubahan

                Belakang Pasar Jepara II, Panggang, Kec. Jepara
                -6.58880, 110.66840

                Nyawa terancam.

                Kebakaran rumah di belakang pasar, masih ada orang di dalam.

                Pelapor: Siti +6281200000001
                Tampak sungguhan (Penelepon berbicara selama 42 detik).
                Dilaporkan 20-05-2025 10.12 WIB
                Tiket JPR-20250520-0007
                https://112.example/t/JPR-20250520-0007""",
                part(with, 0).strip());
        assertTrue(part(with, 1).contains("<a href=\"https://112.example/t/JPR-20250520-0007\">Lihat tiket</a>"));
        MimeMessage without = mailed(view(), Language.ID, false);
        assertFalse((part(without, 0) + part(without, 1)).contains("+62"));
    }

    @Test
    void who_prefers_english_has_it() throws Exception {
        MimeMessage message = mailed(view(), Language.EN, false);

        assertEquals("EMERGENCY P10: Fire - update - JPR-20250520-0007", message.getSubject());
        assertTrue(part(message, 0).contains("Reported 20-05-2025 10.12 WIB"));
        assertTrue(part(message, 1).contains("See the ticket"));
    }

    @Test
    void a_callers_words_are_words_and_neither_script_nor_header() throws Exception {
        ObjectNode view = view();
        view.put("text", "<script>alert(1)</script> & \"api\"\r\n.\r\nRCPT TO:<all@damkar.example>");
        view.putObject("categoryLabel")
                .put("id", "Kebakaran\r\nBcc: all@damkar.example\r\n\r\n<b>")
                .put("en", "Fire");
        view.putObject("location").put("address", "<img src=x onerror=alert(1)>");
        MimeMessage message = mailed(view, Language.ID, false);

        assertEquals(
                "DARURAT P10: Kebakaran Bcc: all@damkar.example <b> - perubahan - JPR-20250520-0007",
                message.getSubject());
        assertNull(message.getHeader("Bcc"));
        assertEquals(1, message.getAllRecipients().length);
        String html = part(message, 1);
        assertFalse(html.contains("<script"), html);
        assertFalse(html.contains("<img"), html);
        assertFalse(html.contains("<b>"), html);
        assertTrue(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;api&quot;"), html);
    }
}
