package id.tanggap.notification.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Receipt;
import id.tanggap.notification.channel.Receipt.State;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the receipts of a webhook of Meta's, which may hold many and other things besides. */
final class WhatsAppStatuses {

    private final ObjectMapper json;

    WhatsAppStatuses(ObjectMapper json) {
        this.json = json;
    }

    /**
     * The receipts in their order; what else is told, such as people's answers, is passed over.
     *
     * @throws IllegalArgumentException if the body is not JSON
     */
    List<Receipt> read(byte[] body) {
        JsonNode told;
        try {
            told = json.readTree(body);
        } catch (IOException e) {
            // Without its cause, which quotes the body.
            throw new IllegalArgumentException("not JSON");
        }
        List<Receipt> receipts = new ArrayList<>();
        for (JsonNode entry : told.path("entry")) {
            for (JsonNode change : entry.path("changes")) {
                for (JsonNode status : change.path("value").path("statuses")) {
                    receipt(status).ifPresent(receipts::add);
                }
            }
        }
        return receipts;
    }

    private static Optional<Receipt> receipt(JsonNode status) {
        String id = status.path("id").asText("");
        return id.isEmpty()
                ? Optional.empty()
                : state(status.path("status").asText("")).flatMap(state -> at(status.path("timestamp")
                                .asLong())
                        .map(at -> new Receipt(
                                ChannelKind.WHATSAPP,
                                id,
                                delivery(status.path("biz_opaque_callback_data").asText("")),
                                state,
                                at,
                                Optional.of(status.path("errors")
                                                .path(0)
                                                .path("code")
                                                .asText(""))
                                        .filter(code -> !code.isEmpty()))));
    }

    private static Optional<State> state(String word) {
        return switch (word) {
            case "sent" -> Optional.of(State.SENT);
            case "delivered" -> Optional.of(State.DELIVERED);
            case "read" -> Optional.of(State.READ);
            case "failed" -> Optional.of(State.FAILED);
            default -> Optional.empty();
        };
    }

    private static Optional<Instant> at(long seconds) {
        try {
            return Optional.of(Instant.ofEpochSecond(seconds));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Optional<UUID> delivery(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
