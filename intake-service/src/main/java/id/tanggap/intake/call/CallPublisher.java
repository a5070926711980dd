package id.tanggap.intake.call;

import id.tanggap.intake.text.Json;
import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Tells other services of a call's change in the transaction that makes it; consoles learn of it from the database itself. */
@ApplicationScoped
class CallPublisher {

    private final Outbox outbox;
    private final Json json;

    CallPublisher(Outbox outbox, Json json) {
        this.outbox = outbox;
        this.json = json;
    }

    /** Tells of a change. Of a call without its announcement nothing is said outside: nobody knows whose it is. */
    Uni<Void> publish(Mutiny.Session session, Call call, CallChange change, Instant at) {
        if (!call.isAnnounced()) {
            return Uni.createFrom().voidItem();
        }
        call.version++;
        return outbox.append(session, event(call, change, at));
    }

    /** The event that tells of the change which has made the call what it is in its present version. */
    OutboxEvent event(Call call, CallChange change, Instant at) {
        Optional<CallLocation> location = Optional.ofNullable(json.read(call.location, CallLocation.class));
        return new OutboxEvent(
                CallChanged.TOPIC,
                call.callId,
                CallChanged.TYPE,
                call.callId,
                call.version,
                at,
                CallChanged.of(call, change, location));
    }
}
