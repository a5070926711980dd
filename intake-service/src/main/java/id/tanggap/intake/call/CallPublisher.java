package id.tanggap.intake.call;

import id.tanggap.intake.text.Json;
import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells of a call's change in the transaction that makes it: the other services by Kafka, consoles by the stream of calls. */
@ApplicationScoped
public class CallPublisher {

    private static final String NEXT =
            """
            with next as (update call_stream set position = position + 1 returning position)
            update phone_call set stream_position = next.position from next where call_id = :call
            """;

    private final Outbox outbox;
    private final Json json;

    CallPublisher(Outbox outbox, Json json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** Tells everybody. A call without its announcement is not spoken of outside: nobody knows whose it is. Last thing in a transaction. */
    Uni<Void> publish(Mutiny.Session session, Call call, CallChange change, Instant at) {
        if (!call.isAnnounced()) {
            return show(session, call);
        }
        call.version++;
        Optional<CallLocation> location = Optional.ofNullable(json.read(call.location, CallLocation.class));
        OutboxEvent event = new OutboxEvent(
                CallChanged.TOPIC,
                call.callId,
                CallChanged.TYPE,
                call.callId,
                call.version,
                at,
                CallChanged.of(call, change, location));
        return outbox.append(session, event).chain(() -> show(session, call));
    }

    /** Tells consoles only. Last thing in a transaction: from here to the commit all others wait for their position. */
    public Uni<Void> show(Mutiny.Session session, Call call) {
        return session.flush()
                .chain(() -> session.createNativeQuery(NEXT)
                        .setParameter("call", call.callId)
                        .executeUpdate())
                .replaceWithVoid();
    }
}
