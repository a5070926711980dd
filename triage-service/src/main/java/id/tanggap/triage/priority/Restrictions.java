package id.tanggap.triage.priority;

import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.time.Now;
import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.caller.CallerHistory;
import id.tanggap.triage.config.PriorityConfig;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.priority.policy.EndCause;
import id.tanggap.triage.priority.policy.RestrictionPolicy;
import id.tanggap.triage.priority.policy.RestrictionRule;
import id.tanggap.triage.priority.policy.Ruling;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** What triage itself does about answering priority: it proposes, and it ends what a genuine call disproves. It restricts nobody. */
@ApplicationScoped
public class Restrictions {

    public static final String TOPIC = "triage.restriction.v1";
    static final String TYPE = "id.tanggap.triage.restriction.v1";
    static final String TRIAGE = "triage";

    private final RestrictionStore store;
    private final CallerHistory callers;
    private final PriorityConfig config;
    private final Now now;

    Restrictions(RestrictionStore store, CallerHistory callers, PriorityConfig config, Now now) {
        this.store = store;
        this.callers = callers;
        this.config = config;
        this.now = now;
    }

    /** The call's evidence may have changed. Callers without a number have no reference and are never met here. */
    public Uni<Void> follow(Mutiny.Session session, CallEvidence call) {
        if (call.callerRef().isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        Instant moment = now.get();
        String caller = call.callerRef().get();
        Evidence evidence = call.evidence(moment);
        Optional<EndCause> genuine = genuine(evidence);
        if (genuine.isPresent()) {
            return end(session, caller, genuine.get());
        }
        return evidence.disposition()
                .filter(said -> said == Disposition.PRANK || said == Disposition.GHOST)
                .map(said -> propose(session, call, caller, said, moment))
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    /** The caller has a real need, or had: whatever is in force or waits ends now. */
    public Uni<Void> end(Mutiny.Session session, String callerRef, EndCause why) {
        return store.live(session, callerRef)
                .chain(rows -> Multi.createFrom()
                        .iterable(rows)
                        .onItem()
                        .transformToUniAndConcatenate(row -> end(session, row, why))
                        .collect()
                        .last())
                .replaceWithVoid();
    }

    private Uni<RestrictionRow> end(Mutiny.Session session, RestrictionRow row, EndCause why) {
        return RestrictionPolicy.end(row.restriction(), why) instanceof Ruling.Granted(var ended)
                ? store.change(session, row, ended, TRIAGE, null, now.get())
                : Uni.createFrom().item(row);
    }

    private static Optional<EndCause> genuine(Evidence evidence) {
        if (evidence.others().independentCallers() > 0) {
            return Optional.of(EndCause.CORROBORATED);
        }
        boolean genuine = evidence.said().reported()
                || evidence.disposition().filter(Disposition.NORMAL::equals).isPresent();
        return Optional.of(EndCause.GENUINE_CALL).filter(cause -> genuine);
    }

    private Uni<Void> propose(
            Mutiny.Session session, CallEvidence call, String caller, Disposition said, Instant moment) {
        RestrictionRule rule = new RestrictionRule(config.hoaxes());
        return callers.before(
                        session, caller, call.callId(), call.dispositionAt().orElse(moment))
                .chain(record -> rule.fires(record, said)
                        ? isOpen(session, call.callId(), caller)
                        : Uni.createFrom().item(false))
                .chain(propose -> propose
                        ? store.change(
                                        session,
                                        new RestrictionRow(
                                                EventIds.next(),
                                                caller,
                                                Optional.of(call.callId()),
                                                "Beberapa panggilan iseng atau hening dari penelepon ini",
                                                moment),
                                        RestrictionPolicy.propose(config.length(), moment),
                                        TRIAGE,
                                        null,
                                        moment)
                                .replaceWithVoid()
                        : Uni.createFrom().voidItem());
    }

    /** Neither is anything in force or waiting, nor was this call the cause of anything before: a rejection stands. */
    private Uni<Boolean> isOpen(Mutiny.Session session, String callId, String caller) {
        return store.live(session, caller)
                .map(List::isEmpty)
                .chain(none -> none
                        ? store.isAbout(session, callId).map(about -> !about)
                        : Uni.createFrom().item(false));
    }
}
