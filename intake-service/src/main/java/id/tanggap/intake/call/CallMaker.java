package id.tanggap.intake.call;

import id.tanggap.platform.outbox.Outbox;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.hibernate.reactive.mutiny.Mutiny;

/** Makes a call that is not known yet and tells of it, in one statement: nothing is waited for so often as this. */
@ApplicationScoped
class CallMaker {

    private static final String NEW =
            """
            insert into phone_call
                (call_id, announced_at, announcement, caller_kind, caller_ref, caller_sealed, called, started_at, location,
                 status, version)
            values (:call, :at, :announcement, :kind, cast(:ref as text), cast(:sealed as text), :called, :since,
                    cast(:location as text), :status, :version)
            on conflict (call_id) do nothing
            returning 1
            """;

    private final Outbox outbox;
    private final CallPublisher publisher;

    CallMaker(Outbox outbox, CallPublisher publisher) {
        this.outbox = outbox;
        this.publisher = publisher;
    }

    /** Whether the call, in the version in which it was announced, is made and told of; if it was known, nothing is changed. */
    Uni<Boolean> make(Mutiny.Session session, Call call) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("call", call.callId);
        columns.put("at", call.announcedAt.atOffset(ZoneOffset.UTC));
        columns.put("announcement", call.announcement);
        columns.put("kind", call.callerKind.name());
        columns.put("ref", call.callerRef);
        columns.put("sealed", call.callerSealed);
        columns.put("called", call.called);
        columns.put("since", call.startedAt.atOffset(ZoneOffset.UTC));
        columns.put("location", call.location);
        columns.put("status", call.status.name());
        columns.put("version", call.version);
        return outbox.appendWith(session, NEW, columns, publisher.event(call, CallChange.RECEIVED, call.announcedAt));
    }
}
