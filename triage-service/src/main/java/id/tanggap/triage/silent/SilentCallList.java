package id.tanggap.triage.silent;

import id.tanggap.platform.stream.ChangeStream;
import id.tanggap.triage.silent.policy.Cause;
import id.tanggap.triage.silent.policy.Step;
import id.tanggap.triage.silent.policy.Told;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds procedures to be shown. */
@ApplicationScoped
public class SilentCallList implements ChangeStream.Source<StreamPosition, SilentState> {

    private static final String AFTER = " and (c.beganAt > :began or c.beganAt = :began and c.callId > :call)";
    private static final String ORDER = " order by c.beganAt, c.callId";

    /** What older transactions can still add to is left for the next look: else a late commit would be passed over. */
    private static final String CHANGED =
            """
            select s, c from SilentStep s join SilentCall c on c.callId = s.key.callId and c.version = s.key.ordinal
             where (s.changedIn > :in or s.changedIn = :in and s.position > :position) and s.changedIn < :horizon
             order by s.changedIn, s.position
            """;

    private static final String HORIZON =
            "select cast(cast(pg_snapshot_xmin(pg_current_snapshot()) as text) as bigint)";

    private final StoredJson json;

    SilentCallList(StoredJson json) {
        this.json = json;
    }

    /** Which procedures: those that go on, those that are over, or at this step. */
    public record Filter(boolean closed, Optional<Step> step, Optional<After> after, int limit) {}

    /** The last one of the part before. */
    public record After(Instant beganAt, String callId) {}

    /** A procedure and its place in the list. */
    public record Entry(After place, SilentState state) {}

    /** A procedure with all that was told and every step, the first one first. */
    public record Detail(SilentState now, Told told, List<Taken> history) {}

    /** A step that was taken. */
    public record Taken(long version, Step step, Cause cause, Instant at) {}

    public Uni<Optional<Detail>> find(Mutiny.Session session, String callId) {
        return session.find(SilentCall.class, callId)
                .chain(call -> call == null
                        ? Uni.createFrom().item(Optional.empty())
                        : session.createSelectionQuery(
                                        "from SilentStep s where s.key.callId = :call order by s.key.ordinal",
                                        SilentStep.class)
                                .setParameter("call", callId)
                                .getResultList()
                                .map(steps -> Optional.of(detail(call, steps))));
    }

    /** Procedures in the order in which they began. */
    public Uni<List<Entry>> list(Mutiny.Session session, Filter filter) {
        String where = (filter.closed() ? "c.step = CLOSED" : "c.step <> CLOSED")
                + (filter.step().isPresent() ? " and c.step = :step" : "")
                + (filter.after().isPresent() ? AFTER : "");
        var query = session.createSelectionQuery("from SilentCall c where " + where + ORDER, SilentCall.class);
        filter.step().ifPresent(step -> query.setParameter("step", step));
        filter.after()
                .ifPresent(after -> query.setParameter("began", after.beganAt()).setParameter("call", after.callId()));
        return query.setMaxResults(filter.limit()).getResultList().map(found -> found.stream()
                .map(call -> new Entry(new After(call.beganAt, call.callId), SilentState.of(call)))
                .toList());
    }

    @Override
    public Uni<List<ChangeStream.Change<StreamPosition, SilentState>>> after(
            Mutiny.Session session, StreamPosition position, int limit) {
        return session.createNativeQuery(HORIZON, Long.class)
                .getSingleResult()
                .chain(horizon -> session.createSelectionQuery(CHANGED, Object[].class)
                        .setParameter("in", position.changedIn())
                        .setParameter("position", position.position())
                        .setParameter("horizon", horizon)
                        .setMaxResults(limit)
                        .getResultList())
                .map(rows -> rows.stream().map(SilentCallList::change).toList());
    }

    @Override
    public Uni<StreamPosition> end(Mutiny.Session session) {
        return session.createNativeQuery(HORIZON, Long.class)
                .getSingleResult()
                .map(horizon -> new StreamPosition(horizon - 1, Long.MAX_VALUE));
    }

    private static ChangeStream.Change<StreamPosition, SilentState> change(Object[] row) {
        SilentStep step = (SilentStep) row[0];
        return new ChangeStream.Change<>(
                new StreamPosition(step.changedIn, step.position), SilentState.of((SilentCall) row[1]));
    }

    private Detail detail(SilentCall call, List<SilentStep> steps) {
        return new Detail(
                SilentState.of(call),
                json.read(call.told, Told.class),
                steps.stream()
                        .map(step -> new Taken(step.key.ordinal(), step.step, step.cause, step.at))
                        .toList());
    }
}
