package id.tanggap.intake.call;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds calls to be shown. */
@ApplicationScoped
public class CallList {

    private static final String CHANGED = "from Call c where c.streamPosition > :position order by c.streamPosition";

    private final CallViews views;

    CallList(CallViews views) {
        this.views = views;
    }

    /** A changed call and its place in the stream. */
    public record Change(long position, CallView call) {}

    public Uni<Optional<Call>> find(Mutiny.Session session, String callId) {
        return session.find(Call.class, callId).map(Optional::ofNullable);
    }

    /** Calls, the last started first. */
    public Uni<List<CallView>> list(Mutiny.Session session, CallFilter filter) {
        List<String> conditions = new ArrayList<>(List.of("true = true"));
        Map<String, Object> values = new HashMap<>();
        filter.from().ifPresent(from -> {
            conditions.add("c.startedAt >= :from");
            values.put("from", from);
        });
        filter.to().ifPresent(to -> {
            conditions.add("c.startedAt < :to");
            values.put("to", to);
        });
        filter.disposition().ifPresent(disposition -> {
            conditions.add("c.disposition = :disposition");
            values.put("disposition", disposition);
        });
        filter.after().ifPresent(after -> {
            conditions.add("(c.startedAt < :started or c.startedAt = :started and c.callId < :call)");
            values.put("started", after.startedAt());
            values.put("call", after.callId());
        });
        var query = session.createQuery(
                "from Call c where " + String.join(" and ", conditions) + " order by c.startedAt desc, c.callId desc",
                Call.class);
        values.forEach(query::setParameter);
        return query.setMaxResults(filter.limit())
                .getResultList()
                .map(found -> found.stream().map(views::brief).toList());
    }

    /** Calls that changed after this position, each once and as it is now, in the order of their last changes. */
    Uni<List<Change>> after(Mutiny.Session session, long position, int limit) {
        return session.createQuery(CHANGED, Call.class)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList()
                .map(found -> found.stream()
                        .map(call -> new Change(call.streamPosition, views.brief(call)))
                        .toList());
    }

    /** The position of the last change. */
    Uni<Long> position(Mutiny.Session session) {
        return session.createNativeQuery("select position from call_stream", Long.class)
                .getSingleResult();
    }
}
