package id.tanggap.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.event.TraceParent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where a transaction leaves the events that become true when it commits. */
@ApplicationScoped
public class Outbox {

    /** Below Kafka's default {@code max.message.bytes} (1 MiB) with room for headers: a larger one could never be sent. */
    static final int MAX_PAYLOAD_BYTES = 900 * 1024;

    /** By way of text, the one array that the driver takes without asking of what it is. */
    private static final String INSERT =
            """
            insert into outbox_event
                (id, lane, topic, record_key, event_type, subject, sequence, occurred_at, payload, traceparent)
            select cast(id as uuid), cast(lane as smallint), topic, record_key, event_type, subject,
                   cast(sequence as bigint), cast(occurred_at as timestamptz), payload, cast(:traceparent as text)
              from unnest(cast(:ids as text[]), cast(:lanes as text[]), cast(:topics as text[]), cast(:keys as text[]),
                          cast(:types as text[]), cast(:subjects as text[]), cast(:sequences as text[]),
                          cast(:times as text[]), cast(:payloads as text[]))
                   with ordinality as e (id, lane, topic, record_key, event_type, subject, sequence, occurred_at, payload, place)
             order by place
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
        return appendAll(session, List.of(event));
    }

    /** The same of several events, in this order, with one statement. */
    public Uni<Void> appendAll(Mutiny.Session session, List<OutboxEvent> events) {
        if (events.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        String[] payloads = texts(events, event -> event.data() == null ? null : seal.seal(serialise(event)));
        writers.add(session);
        return session.createNativeQuery(INSERT)
                .setParameter("ids", texts(events, event -> EventIds.next().toString()))
                .setParameter("lanes", texts(events, event -> Integer.toString(Lanes.of(event.key()))))
                .setParameter("topics", texts(events, OutboxEvent::topic))
                .setParameter("keys", texts(events, OutboxEvent::key))
                .setParameter("types", texts(events, OutboxEvent::type))
                .setParameter("subjects", texts(events, OutboxEvent::subject))
                .setParameter("sequences", texts(events, event -> Long.toString(event.sequence())))
                .setParameter("times", texts(events, event -> event.time().toString()))
                .setParameter("payloads", payloads)
                .setParameter("traceparent", TraceParent.current().orElse(null))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String[] texts(List<OutboxEvent> events, Function<OutboxEvent, String> part) {
        return events.stream().map(part).toArray(String[]::new);
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
