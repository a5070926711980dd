package id.tanggap.local.replay.agency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * One agency's officer on duty: takes each ticket on as soon as the agency hears of it, rides out and closes it, by commands
 * on the agency's own topic. Each step is taken when the agency hears that the one before it counts.
 */
final class DutyDesk implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration CLOSE_LIMIT = Duration.ofSeconds(5);
    /** What is done next, by the status of the agency's part. */
    private static final Map<String, String> NEXT = Map.of(
            "Active", "ACCEPT",
            "ReOpened", "ACCEPT",
            "ResourcesAssigned", "ENROUTE",
            "ResourcesEnroute", "ONSCENE",
            "ResourcesOnscene", "CLOSE");

    private final String agency;
    private final Set<String> reports;
    private final KafkaProducer<String, byte[]> kafka;
    private final Map<UUID, byte[]> commands = new HashMap<>();

    /** {@code reports}: texts of those that are worked on. */
    DutyDesk(SystemConfig system, String agency, Set<String> reports) {
        this.agency = agency;
        this.reports = reports;
        Map<String, Object> settings = new HashMap<>(KafkaAccess.client(system, Names.agencyPrincipal(agency)));
        settings.put("client.id", "replay-desk-" + agency);
        settings.put("reconnect.backoff.max.ms", "500");
        // As long as the broker may be away in a test of faults.
        settings.put("max.block.ms", "120000");
        kafka = new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    /** Takes the next step, if there is one; the same news again is the same command again. */
    void hear(AgencyRecord news) {
        String action = NEXT.get(news.status());
        if (action != null && reports.contains(news.text())) {
            byte[] command = commands.computeIfAbsent(commandId(news), id -> command(id, news.ticketId(), action));
            kafka.send(new ProducerRecord<>("ticket.command." + agency + ".v1", news.ticketId(), command));
        }
    }

    private static byte[] command(UUID id, String ticketId, String action) {
        Map<String, Object> command = new HashMap<>();
        command.put("commandId", id);
        command.put("ticketId", ticketId);
        command.put("action", action);
        command.put("at", Instant.now().toString());
        if (action.equals("CLOSE")) {
            command.put("finding", "FOUND");
        }
        try {
            return JSON.writeValueAsBytes(command);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private UUID commandId(AgencyRecord news) {
        String step = String.join(" ", agency, news.ticketId(), news.status());
        return UUID.nameUUIDFromBytes(step.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        kafka.close(CLOSE_LIMIT);
    }
}
