package id.tanggap.triage.priority;

import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.triage.caller.CallerHistory;
import id.tanggap.triage.priority.policy.EndCause;
import id.tanggap.triage.priority.policy.Restriction;
import id.tanggap.triage.priority.policy.RestrictionPolicy;
import id.tanggap.triage.priority.policy.Ruling;
import id.tanggap.triage.priority.policy.State;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** What people decide about callers' answering priority; the same again changes nothing, what cannot be is a conflict. */
@ApplicationScoped
public class RestrictionDesk {

    private final RestrictionStore store;
    private final RestrictionList list;
    private final CallerHistory callers;
    private final Now now;

    RestrictionDesk(RestrictionStore store, RestrictionList list, CallerHistory callers, Now now) {
        this.store = store;
        this.list = list;
        this.callers = callers;
        this.now = now;
    }

    /** Who is to be answered later: the caller of a call, or one known by reference. */
    public record Wish(Optional<String> callId, Optional<String> callerRef, Duration length, String reason) {}

    /** What became of a wish; {@code repeated} if it was granted before. */
    public record Created(RestrictionState state, boolean repeated) {}

    /** A person asks for it. */
    public Uni<Created> create(Mutiny.Session session, Wish wish, String by) {
        return list.callerOf(session, wish.callId(), wish.callerRef()).chain(caller -> callers.lock(session, caller)
                .chain(() -> store.live(session, caller))
                .chain(live -> same(live, wish, by)
                        .map(row -> Uni.createFrom().item(new Created(RestrictionState.of(row), true)))
                        .orElseGet(() -> createNew(session, caller, live, wish, by))));
    }

    /** A person confirms it, as the first one or as the second. */
    public Uni<RestrictionState> confirm(Mutiny.Session session, UUID id, String by) {
        return decide(session, id, by, null, (row, chain) -> RestrictionPolicy.confirm(row, by, chain, now.get()));
    }

    /** A person rejects it. */
    public Uni<RestrictionState> reject(Mutiny.Session session, UUID id, String by, String note) {
        return decide(session, id, by, note, (row, chain) -> RestrictionPolicy.reject(row));
    }

    /** A person ends it. */
    public Uni<RestrictionState> end(Mutiny.Session session, UUID id, String by, String note) {
        return decide(session, id, by, note, (row, chain) -> RestrictionPolicy.end(row, EndCause.PERSON));
    }

    /** Its time may be over. */
    Uni<Void> expire(Mutiny.Session session, UUID id) {
        return locked(session, id).chain(row -> RestrictionPolicy.expire(row.restriction(), now.get())
                .map(over -> store.change(session, row, over, Restrictions.TRIAGE, null, now.get())
                        .replaceWithVoid())
                .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private interface Judge {
        Ruling judge(Restriction restriction, Optional<Instant> chain);
    }

    private static Optional<RestrictionRow> same(List<RestrictionRow> live, Wish wish, String by) {
        return live.stream()
                .filter(row -> by.equals(row.firstBy)
                        && row.lengthMs == wish.length().toMillis()
                        && row.reason.equals(wish.reason()))
                .findFirst();
    }

    private Uni<Created> createNew(
            Mutiny.Session session, String caller, List<RestrictionRow> live, Wish wish, String by) {
        if (live.stream().anyMatch(row -> row.state.isPending())) {
            throw Problem.of(
                    ProblemType.CONFLICT, "Another decision about this caller waits: confirm or reject it first.");
        }
        Instant moment = now.get();
        return store.chain(session, caller, moment)
                .map(chain -> granted(RestrictionPolicy.create(wish.length(), by, chain, moment))
                        .orElseThrow())
                .chain(restriction -> replace(session, caller, restriction, by, moment)
                        .chain(() -> store.change(
                                session,
                                new RestrictionRow(EventIds.next(), caller, wish.callId(), wish.reason(), moment),
                                restriction,
                                by,
                                null,
                                moment)))
                .map(row -> new Created(RestrictionState.of(row), false));
    }

    private Uni<RestrictionState> decide(Mutiny.Session session, UUID id, String by, String note, Judge judge) {
        Instant moment = now.get();
        return locked(session, id)
                .chain(row -> store.chain(session, row.callerRef, moment)
                        .map(chain -> granted(judge.judge(row.restriction(), chain)))
                        .chain(granted -> granted.map(
                                        restriction -> replace(session, row.callerRef, restriction, by, moment)
                                                .chain(() -> store.change(session, row, restriction, by, note, moment)))
                                .orElseGet(() -> Uni.createFrom().item(row))))
                .map(RestrictionState::of);
    }

    /** If it is to be in force, another one that is in force ends. */
    private Uni<Void> replace(
            Mutiny.Session session, String caller, Restriction restriction, String by, Instant moment) {
        if (restriction.state() != State.ACTIVE) {
            return Uni.createFrom().voidItem();
        }
        return store.live(session, caller)
                .map(live ->
                        live.stream().filter(row -> row.state == State.ACTIVE).findFirst())
                .chain(active -> active.map(row -> store.change(
                                        session,
                                        row,
                                        granted(RestrictionPolicy.end(row.restriction(), EndCause.REPLACED))
                                                .orElseThrow(),
                                        by,
                                        null,
                                        moment)
                                .replaceWithVoid())
                        .orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<RestrictionRow> locked(Mutiny.Session session, UUID id) {
        return found(session, id)
                .chain(row -> callers.lock(session, row.callerRef))
                // What was read before the lock may have changed.
                .chain(() -> found(session, id))
                .call(session::refresh);
    }

    private Uni<RestrictionRow> found(Mutiny.Session session, UUID id) {
        return store.find(session, id)
                .map(row -> row.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such restriction.")));
    }

    private static Optional<Restriction> granted(Ruling ruling) {
        return switch (ruling) {
            case Ruling.Granted(var restriction) -> Optional.of(restriction);
            case Ruling.Already() -> Optional.empty();
            case Ruling.Refused(String why) -> throw Problem.of(ProblemType.CONFLICT, why);
        };
    }
}
