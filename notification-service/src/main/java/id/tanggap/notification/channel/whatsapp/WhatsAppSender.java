package id.tanggap.notification.channel.whatsapp;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.ServerFailures;
import id.tanggap.notification.channel.http.HttpCaller;
import id.tanggap.notification.channel.whatsapp.policy.GraphError;
import id.tanggap.notification.wording.policy.Language;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/**
 * Sends one template message over the WhatsApp Business Cloud API. The API knows no repeats: one after a lost answer is a
 * second message, with the same ticket number in it.
 */
final class WhatsAppSender implements AutoCloseable {

    private static final Logger LOG = Logger.getLogger(WhatsAppSender.class);
    /** Of no code of Meta's: 0 is one. */
    private static final int UNKNOWN = -1;

    private final WhatsAppConfig.Account account;
    private final WhatsAppConfig config;
    private final ObjectMapper json;
    private final HttpCaller http;
    private final URI messages;

    WhatsAppSender(Vertx vertx, ObjectMapper json, WhatsAppConfig.Account account, WhatsAppConfig config) {
        this.account = account;
        this.config = config;
        this.json = json;
        this.http =
                new HttpCaller(vertx, config.limits().timeout(), config.limits().atOnce());
        this.messages = URI.create(config.api() + "/" + account.phoneNumberId() + "/messages");
    }

    private record Message(
            String messaging_product,
            String recipient_type,
            String to,
            String type,
            TemplateUse template,
            String biz_opaque_callback_data) {}

    private record TemplateUse(String name, Map<String, String> language, List<Map<String, Object>> components) {}

    /** One attempt. The delivery's id comes back with each receipt. */
    Uni<ChannelResult> send(UUID deliveryId, String to, Language language, List<String> parameters) {
        return http.post(
                        messages,
                        Map.of("authorization", "Bearer " + account.accessToken(), "content-type", "application/json"),
                        body(deliveryId, to, language, parameters))
                .map(this::result)
                .onFailure()
                .recoverWithItem(failure -> ChannelResult.failed(ServerFailures.reason(failure)));
    }

    private byte[] body(UUID deliveryId, String to, Language language, List<String> parameters) {
        List<Map<String, Object>> components = new ArrayList<>();
        components.add(Map.of("type", "body", "parameters", texts(parameters)));
        if (config.linkButton()) {
            components.add(Map.of(
                    "type",
                    "button",
                    "sub_type",
                    "url",
                    "index",
                    "0",
                    "parameters",
                    texts(List.of(parameters.getLast()))));
        }
        try {
            return json.writeValueAsBytes(new Message(
                    "whatsapp",
                    "individual",
                    to,
                    "template",
                    new TemplateUse(
                            account.template(), Map.of("code", language.name().toLowerCase(Locale.ROOT)), components),
                    deliveryId.toString()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a message can always be written", e);
        }
    }

    private static List<Map<String, String>> texts(List<String> texts) {
        return texts.stream().map(text -> Map.of("type", "text", "text", text)).toList();
    }

    private ChannelResult result(HttpCaller.Answer answer) {
        JsonNode said = parsed(answer.body());
        if (answer.status() >= 200 && answer.status() < 300) {
            List<String> ids = new ArrayList<>();
            said.path("messages").forEach(message -> ids.add(message.path("id").asText()));
            return ChannelResult.answered(answer.status(), ids);
        }
        int code = said.path("error").path("code").asInt(UNKNOWN);
        LOG.warnf("event=whatsapp-refused http=%d code=%d", answer.status(), code);
        return GraphError.reason(code)
                .map(ChannelResult::failed)
                .orElse(ChannelResult.answered(answer.status(), List.of()));
    }

    private JsonNode parsed(String body) {
        try {
            return json.readTree(body.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            // A gateway's page: its status says enough.
            return json.missingNode();
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
