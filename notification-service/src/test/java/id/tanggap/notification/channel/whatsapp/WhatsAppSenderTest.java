package id.tanggap.notification.channel.whatsapp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.support.Settings;
import id.tanggap.notification.support.SilentServer;
import id.tanggap.notification.wording.policy.Language;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhatsAppSenderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final List<String> PARAMETERS =
            List.of("DARURAT P10: Kebakaran", "Panggang", "Nyawa terancam.", "-", "JPR-20250520-0007");

    private CloudApi api;

    @BeforeEach
    void start() throws IOException {
        api = new CloudApi();
    }

    @AfterEach
    void stop() {
        api.close();
    }

    @AfterAll
    static void stopVertx() {
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    private static WhatsAppSender sender(String api, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "tanggap.channel.whatsapp.api", api,
                "tanggap.channel.whatsapp.phone-number-id", "106540352242922",
                "tanggap.channel.whatsapp.access-token", CloudApi.TOKEN,
                "tanggap.channel.whatsapp.template", "tiket_112",
                "tanggap.channel.whatsapp.app-secret", "secret",
                "tanggap.channel.whatsapp.verify-token", "token"));
        settings.addAll(List.of(more));
        WhatsAppConfig config = Settings.of(WhatsAppConfig.class, settings.toArray(String[]::new));
        return new WhatsAppSender(VERTX, new ObjectMapper(), config.account().orElseThrow(), config);
    }

    private static ChannelResult send(WhatsAppSender sender, UUID id, Language language) {
        return sender.send(id, "+6281200000009", language, PARAMETERS).await().atMost(Duration.ofSeconds(30));
    }

    private static ChannelResult send(WhatsAppSender sender) {
        return send(sender, UUID.randomUUID(), Language.ID);
    }

    @Test
    void a_message_is_a_template_with_the_deliverys_id_to_come_back() {
        UUID id = UUID.randomUUID();
        try (WhatsAppSender sender = sender(api.base())) {
            assertEquals(ChannelResult.answered(200, List.of("wamid.HBgN1")), send(sender, id, Language.EN));

            JsonNode message = api.messages.getFirst();
            assertEquals("+6281200000009", message.path("to").asText());
            assertEquals(id.toString(), message.path("biz_opaque_callback_data").asText());
            assertEquals("en", message.at("/template/language/code").asText());
            assertEquals(
                    PARAMETERS, message.at("/template/components/0/parameters").findValuesAsText("text"));
            assertEquals(1, message.at("/template/components").size());
        }
    }

    @Test
    void a_template_with_a_button_gets_the_end_of_its_address() {
        try (WhatsAppSender sender = sender(api.base(), "tanggap.channel.whatsapp.link-button", "true")) {
            send(sender);

            JsonNode button = api.messages.getFirst().at("/template/components/1");
            assertEquals("button", button.path("type").asText());
            assertEquals("url", button.path("sub_type").asText());
            assertEquals("0", button.path("index").asText());
            assertEquals("JPR-20250520-0007", button.at("/parameters/0/text").asText());
        }
    }

    @Test
    void a_token_or_template_that_meta_refuses_is_ours_to_mend() {
        try (WhatsAppSender expired = sender(api.base(), "tanggap.channel.whatsapp.access-token", "old");
                WhatsAppSender unknown = sender(api.base(), "tanggap.channel.whatsapp.template", "tiket_113")) {
            assertEquals(ChannelResult.failed(FailureReason.CHANNEL_REFUSED), send(expired));
            assertEquals(ChannelResult.failed(FailureReason.CHANNEL_REFUSED), send(unknown));
            assertTrue(api.messages.isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, 131026, RECIPIENT_REFUSED",
        "400, 131030, RECIPIENT_REFUSED",
        "429, 130429, BUSY",
        "400, 131056, BUSY",
        "400, 80007, BUSY",
        "401, 0, CHANNEL_REFUSED",
        "403, 219, CHANNEL_REFUSED",
        "400, 132015, CHANNEL_REFUSED"
    })
    void a_refusal_is_told_by_its_code(int status, int code, FailureReason reason) {
        try (WhatsAppSender sender = sender(api.base())) {
            api.status = status;
            api.body = CloudApi.error(code, "as told");

            assertEquals(ChannelResult.failed(reason), send(sender));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "500|{\"error\":{\"code\":131000}}",
                "503|{\"error\":{\"code\":2}}",
                "502|<html>bad gateway</html>",
                "500|[]",
                "302|-"
            })
    void what_only_says_that_something_went_wrong_there_counts_by_its_status(int status, String body) {
        try (WhatsAppSender sender = sender(api.base())) {
            api.status = status;
            api.body = body;

            assertEquals(ChannelResult.answered(status, List.of()), send(sender));
        }
    }

    @Test
    void an_answer_without_end_counts_by_its_beginning() {
        try (WhatsAppSender sender = sender(api.base())) {
            api.status = 500;
            api.body = "x".repeat(10_000_000);

            assertEquals(ChannelResult.answered(500, List.of()), send(sender));
        }
    }

    @Test
    void a_server_that_is_silent_or_down_is_given_up_in_time() throws IOException {
        try (SilentServer silent = new SilentServer(0);
                WhatsAppSender hanging = sender(
                        "http://127.0.0.1:" + silent.port(), "tanggap.channel.whatsapp.limits.timeout", "300ms");
                WhatsAppSender down = sender("http://127.0.0.1:" + SilentServer.closedPort());
                WhatsAppSender lost = sender("http://graph.invalid")) {
            assertEquals(ChannelResult.failed(FailureReason.TIMEOUT), send(hanging));
            assertEquals(ChannelResult.failed(FailureReason.CONNECTION_FAILED), send(down));
            assertEquals(ChannelResult.failed(FailureReason.UNRESOLVED), send(lost));
        }
    }
}
