package id.tanggap.intake.call;

import id.tanggap.platform.stream.ChangeStream;
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
public class CallList implements ChangeStream.Source<Long, CallView> {

    private static final String CHANGED = "from Call c where c.streamPosition > :position order by c.streamPosition";

    private final CallViews views;

    CallList(CallViews views) {
        this.views = views;
    }

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

    @Override
    public Uni<List<ChangeStream.Change<Long, CallView>>> after(Mutiny.Session session, Long position, int limit) {
        return session.createQuery(CHANGED, Call.class)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList()
                .map(found -> found.stream()
                        .map(call -> new ChangeStream.Change<>(call.streamPosition, views.brief(call)))
                        .toList());
    }

    @Override
    public Uni<Long> end(Mutiny.Session session) {
        return session.createNativeQuery("select position from call_stream", Long.class)
                .getSingleResult();
    }
}
