package id.tanggap.ticket.support;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.test.KafkaPeers;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** An agency as a plain Kafka client: key and JSON, no CloudEvents headers, as kcat sends them. */
public final class AgencyApp {

    private AgencyApp() {}

    /** Sends the command with the agency's own rights. */
    public static void send(String agency, Map<String, Object> command) {
        try (Producer<String, byte[]> producer = KafkaPeers.producer("agency-" + agency)) {
            producer.send(new ProducerRecord<>(
                            "ticket.command." + agency + ".v1",
                            (String) command.get("ticketId"),
                            Events.bytes(command)))
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends the command and waits for its reply. */
    public static JsonNode ask(String agency, Map<String, Object> command) {
        try (Topic replies = replies(agency)) {
            send(agency, command);
            return replies.awaitOne(replyTo(command));
        }
    }

    /** A command of now; change what matters. */
    public static Map<String, Object> command(String ticket, String action) {
        Map<String, Object> command = new LinkedHashMap<>();
        command.put("commandId", UUID.randomUUID().toString());
        command.put("ticketId", ticket);
        command.put("action", action);
        command.put("at", Instant.now().toString());
        if (action.equals("CLOSE")) {
            command.put("outcome", "Selesai");
        }
        return command;
    }

    public static Topic replies(String agency) {
        return new Topic("ticket.reply." + agency + ".v1", "agency-" + agency);
    }

    public static Predicate<JsonNode> replyTo(Map<String, Object> command) {
        return node -> node.path("commandId").asText().equals(command.get("commandId"));
    }

    public static Predicate<JsonNode> of(String ticket) {
        return node -> node.path("ticketId").asText().equals(ticket);
    }
}
