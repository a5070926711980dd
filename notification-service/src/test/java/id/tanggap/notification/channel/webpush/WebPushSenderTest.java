package id.tanggap.notification.channel.webpush;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.support.Settings;
import id.tanggap.notification.support.SilentServer;
import id.tanggap.notification.wording.PushNote;
import id.tanggap.notification.wording.policy.PushText;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebPushSenderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final ObjectMapper JSON = new ObjectMapper().findAndRegisterModules();
    private static final PushNote NOTE = new PushNote(
            new PushText("DARURAT P10: Kebakaran – tiket baru", "Panggang\nNyawa terancam."),
            "0196eb7e-3c00-7a1b-8c2d-1f2e3d4c5b6a",
            "JPR-20250520-0007",
            Optional.of("https://112.jepara.go.id/t/JPR-20250520-0007"),
            true);

    private KeyPair ours;
    private Browser browser;
    private PushService service;

    @BeforeEach
    void start() throws GeneralSecurityException, IOException {
        ours = Browser.pair();
        browser = Browser.subscribe();
        service = new PushService(Browser.point((ECPublicKey) ours.getPublic()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private WebPushSender sender(KeyPair keys) {
        WebPushConfig config = Settings.of(
                WebPushConfig.class,
                "tanggap.channel.web-push.public-key",
                Browser.base64(Browser.point((ECPublicKey) keys.getPublic())),
                "tanggap.channel.web-push.private-key",
                Browser.base64(Browser.unsigned(((ECPrivateKey) keys.getPrivate()).getS())),
                "tanggap.channel.web-push.subject",
                "mailto:112@jepara.go.id",
                "tanggap.channel.web-push.services",
                "127.0.0.1",
                "tanggap.channel.web-push.allow-insecure",
                "true",
                "tanggap.channel.web-push.limits.timeout",
                "2s");
        return new WebPushSender(VERTX, JSON, config.identity().orElseThrow(), config);
    }

    private ChannelResult send(WebPushSender sender, UUID id, String origin, PushNote note) {
        return sender.send(id, browser.subscription(origin + "/push/abc"), note)
                .await()
                .atMost(Duration.ofSeconds(30));
    }

    @Test
    void the_browser_reads_what_nobody_else_can_and_the_push_service_knows_who_pushes() throws Exception {
        UUID id = UUID.randomUUID();
        try (WebPushSender sender = sender(ours)) {
            assertEquals(ChannelResult.answered(201, List.of()), send(sender, id, service.origin(), NOTE));

            PushService.Pushed pushed = service.pushed.getFirst();
            JsonNode told = JSON.readTree(browser.read(pushed.body()));
            assertEquals(id.toString(), told.path("deliveryId").asText());
            assertEquals(NOTE.text().title(), told.path("title").asText());
            assertEquals(NOTE.text().body(), told.path("body").asText());
            assertEquals(NOTE.link().orElseThrow(), told.path("url").asText());
            assertEquals("14400", pushed.ttl());
            assertEquals("high", pushed.urgency());
            assertEquals("0196eb7e3c007a1b8c2d1f2e3d4c5b6a", pushed.topic());
            assertFalse(new String(pushed.body(), StandardCharsets.ISO_8859_1).contains("DARURAT"));
        }
    }

    /** RFC 8291, section 5: what the other test reads with reads the specification's own example. */
    @Test
    void the_tests_browser_reads_as_the_specification_writes() throws Exception {
        Base64.Decoder base64 = Base64.getUrlDecoder();
        Browser example = new Browser(
                Browser.privateKey(base64.decode("q1dXpw3UpT5VOmu_cf_v6ih07Aems3njxI-JWgLcM94")),
                base64.decode(
                        "BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4"),
                base64.decode("BTBZMqHH6r4Tts7J_aSIgg"));

        assertEquals(
                "When I grow up, I want to be a watermelon",
                new String(
                        example.read(
                                base64.decode(
                                        "DGv6ra1nlYgDCS1FRnbzlwAAEABBBP4z9KsN6nGRTbVYI_c7VJSPQTBtkgcy27mlmlMoZIIgDll6e3vCYLocInmYWAmS6TlzAC8wEqKK6PBru3jl7A_yl95bQpu6cVPTpK4Mqgkf1CXztLVBSt2Ks3oZwbuwXPXLWyouBWLVWGNWQexSgSxsj_Qulcy4a-fN")),
                        StandardCharsets.UTF_8));
    }

    @Test
    void what_can_wait_wakes_no_telephone() {
        try (WebPushSender sender = sender(ours)) {
            send(
                    sender,
                    UUID.randomUUID(),
                    service.origin(),
                    new PushNote(NOTE.text(), NOTE.ticketId(), NOTE.number(), Optional.empty(), false));

            assertEquals("normal", service.pushed.getFirst().urgency());
        }
    }

    @Test
    void another_key_than_the_browser_subscribed_with_is_refused() throws Exception {
        try (WebPushSender stranger = sender(Browser.pair())) {
            assertEquals(
                    ChannelResult.failed(FailureReason.CHANNEL_REFUSED),
                    send(stranger, UUID.randomUUID(), service.origin(), NOTE));
            assertTrue(service.pushed.isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({"404, 410", "410, 410", "413, 413", "500, 500", "302, 302"})
    void a_subscription_that_has_ended_is_gone_and_the_rest_counts_by_its_status(int status, int told) {
        try (WebPushSender sender = sender(ours)) {
            service.status = status;

            assertEquals(
                    ChannelResult.answered(told, List.of()), send(sender, UUID.randomUUID(), service.origin(), NOTE));
        }
    }

    @Test
    void a_push_service_that_is_busy_silent_or_down_is_told_apart() throws IOException {
        try (WebPushSender sender = sender(ours);
                SilentServer silent = new SilentServer(0)) {
            service.status = 429;
            assertEquals(
                    ChannelResult.failed(FailureReason.BUSY), send(sender, UUID.randomUUID(), service.origin(), NOTE));
            assertEquals(
                    ChannelResult.failed(FailureReason.TIMEOUT),
                    send(sender, UUID.randomUUID(), "http://127.0.0.1:" + silent.port(), NOTE));
            assertEquals(
                    ChannelResult.failed(FailureReason.CONNECTION_FAILED),
                    send(sender, UUID.randomUUID(), "http://127.0.0.1:" + SilentServer.closedPort(), NOTE));
        }
    }

    @Test
    void a_browsers_own_words_are_a_subscription() {
        try (WebPushSender sender = sender(ours)) {
            assertDoesNotThrow(() -> sender.check(browser.subscription(service.origin() + "/push/abc")));
            assertEquals(Optional.of("127.0.0.1"), sender.service(browser.subscription(service.origin())));
            assertEquals(Optional.empty(), sender.service(browser.subscription("http://localhost/")));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "not json",
                "{'endpoint':'http://127.0.0.1/','keys':{'p256dh':'AAAA','auth':'AAAA'}}",
                "{'endpoint':'http://127.0.0.1/','keys':{'p256dh':'%','auth':'AAAAAAAAAAAAAAAAAAAAAA'}}",
                "{'endpoint':':','keys':{'p256dh':'POINT','auth':'AAAAAAAAAAAAAAAAAAAAAA'}}",
                "{'endpoint':'http://169.254.169.254/','keys':{'p256dh':'POINT','auth':'AAAAAAAAAAAAAAAAAAAAAA'}}",
                // Of the right length, but not on the curve: a key agreement with it could give our side away.
                "{'endpoint':'http://127.0.0.1/','keys':{'p256dh':'OFFCURVE','auth':'AAAAAAAAAAAAAAAAAAAAAA'}}"
            })
    void anything_else_is_refused_without_being_repeated(String text) {
        byte[] offCurve = browser.point().clone();
        offCurve[64] ^= 1;
        String address = text.replace('\'', '"')
                .replace("POINT", Browser.base64(browser.point()))
                .replace("OFFCURVE", Browser.base64(offCurve));
        try (WebPushSender sender = sender(ours)) {
            IllegalArgumentException refused =
                    assertThrows(IllegalArgumentException.class, () -> sender.check(address));

            assertFalse(refused.toString().contains("169.254"));
        }
    }
}
