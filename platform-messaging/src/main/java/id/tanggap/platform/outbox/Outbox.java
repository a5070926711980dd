package id.tanggap.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.event.TraceParent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where a transaction leaves the events that become true when it commits. */
@ApplicationScoped
public class Outbox {

    /** Below Kafka's default {@code max.message.bytes} (1 MiB) with room for headers: a larger one could never be sent. */
    static final int MAX_PAYLOAD_BYTES = 900 * 1024;

    private static final String INSERT =
            """
            insert into outbox_event
                (id, lane, topic, record_key, event_type, subject, sequence, occurred_at, payload, traceparent)
            values (:id, :lane, :topic, :key, :type, :subject, :sequence, :time, :payload, :traceparent)
            """;

    private final ObjectMapper json;
    private final OutboxSeal seal;
    private final Set<Mutiny.Session> writers = ConcurrentHashMap.newKeySet();

    Outbox(ObjectMapper json, OutboxSeal seal) {
        this.json = json;
        this.seal = seal;
    }

    /**
     * Appends an event to the outbox within the session's transaction; it is published after the commit, at least once.
     *
     * @throws IllegalArgumentException if the data cannot be written as JSON or is too large for a record
     */
    public Uni<Void> append(Mutiny.Session session, OutboxEvent event) {
        String payload = event.data() == null ? null : seal.seal(serialise(event));
        writers.add(session);
        return session.createNativeQuery(INSERT)
                .setParameter("id", EventIds.next())
                .setParameter("lane", (short) Lanes.of(event.key()))
                .setParameter("topic", event.topic())
                .setParameter("key", event.key())
                .setParameter("type", event.type())
                .setParameter("subject", event.subject())
                .setParameter("sequence", event.sequence())
                .setParameter("time", event.time().atOffset(ZoneOffset.UTC))
                .setParameter("payload", payload)
                .setParameter("traceparent", TraceParent.current().orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Whether this session has appended anything since the last time this was asked. */
    public boolean wroteIn(Mutiny.Session session) {
        return writers.remove(session);
    }

    private String serialise(OutboxEvent event) {
        try {
            String payload = json.writeValueAsString(event.data());
            if (payload.getBytes(StandardCharsets.UTF_8).length > MAX_PAYLOAD_BYTES) {
                throw new IllegalArgumentException(
                        "event of " + event.topic() + " exceeds " + MAX_PAYLOAD_BYTES + " bytes");
            }
            return payload;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("event of " + event.topic() + " cannot be written as JSON", e);
        }
    }
}
