package id.tanggap.platform.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.event.TraceParent;
import id.tanggap.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
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
            select id, lane, topic, record_key, event_type, subject, sequence, occurred_at, payload, cast(:traceparent as text)
              from rows from (json_to_recordset(cast(cast(:events as text) as json))
                              as (id uuid, lane smallint, topic text, record_key text, event_type text, subject text,
                                  sequence bigint, occurred_at timestamptz, payload text))
                   with ordinality as event
            """;

    private static final String IN_ORDER = INSERT + " order by ordinality";

    /** Follows {@code made}. The outer select makes a query of it, which Hibernate runs without a transaction of its own, too. */
    private static final String IF_MADE =
            ", told as (" + INSERT + " where exists (select from made) returning 1) select exists (select from told)";

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
        return bound(session, session.createNativeQuery(IN_ORDER), events)
                .executeUpdate()
                .replaceWithVoid();
    }

    /**
     * Makes what the event tells of and appends the event, in one statement: both or neither.
     *
     * @param making an insert that returns a row if it makes something, and none if that exists
     * @param parameters those of {@code making} by name, apart from {@code events} and {@code traceparent}
     * @return whether it has made something; if not, the event is not appended either
     */
    public Uni<Boolean> appendWith(
            Mutiny.Session session, String making, Map<String, Object> parameters, OutboxEvent event) {
        var query = session.createNativeQuery("with made as (" + making + ")" + IF_MADE, Boolean.class);
        parameters.forEach(query::setParameter);
        return bound(session, query, List.of(event)).getSingleResult();
    }

    private <Q extends Mutiny.AbstractQuery> Q bound(Mutiny.Session session, Q query, List<OutboxEvent> events) {
        String rows = Rows.of(events, this::write);
        writers.add(session);
        query.setParameter("events", rows);
        query.setParameter("traceparent", TraceParent.current().orElse(null));
        return query;
    }

    private void write(OutboxEvent event, ObjectNode row) {
        row.put("id", EventIds.next().toString())
                .put("lane", Lanes.of(event.key()))
                .put("topic", event.topic())
                .put("record_key", event.key())
                .put("event_type", event.type())
                .put("subject", event.subject())
                .put("sequence", event.sequence())
                .put("occurred_at", event.time().toString())
                .put("payload", event.data() == null ? null : seal.rest(event.data(), serialise(event)));
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
