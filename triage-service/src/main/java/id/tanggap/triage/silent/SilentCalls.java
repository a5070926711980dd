package id.tanggap.triage.silent;

import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.platform.sql.Rows;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.AfterCommit;
import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.config.SilentConfig;
import id.tanggap.triage.silent.policy.Facts;
import id.tanggap.triage.silent.policy.SilentCallPolicy;
import id.tanggap.triage.silent.policy.Stage;
import id.tanggap.triage.silent.policy.Told;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes the procedure of a call on, step by step; each step is recorded and told. The call's evidence is locked by the session. */
@ApplicationScoped
public class SilentCalls {

    public static final String TOPIC = "triage.silent.v1";
    static final String TYPE = "id.tanggap.triage.silent.v1";

    /** A procedure has nine steps: more at once would be a circle. */
    private static final int MOST_AT_ONCE = 10;

    private static final String EXPECTED =
            "select * from silent_call where call_id = any(array(select json_array_elements_text(cast(cast(:calls as text) as json))))";
    private static final String DUE = "select call_id from silent_call where due_at <= :now order by due_at";

    private final SilentCallPolicy policy;
    private final SilentConfig config;
    private final Outbox outbox;
    private final StoredJson json;
    private final Now now;
    private final AfterCommit afterCommit;
    private final MeterRegistry metrics;

    SilentCalls(
            SilentCallPolicy policy,
            SilentConfig config,
            Outbox outbox,
            StoredJson json,
            Now now,
            AfterCommit afterCommit,
            MeterRegistry metrics) {
        this.policy = policy;
        this.config = config;
        this.outbox = outbox;
        this.json = json;
        this.now = now;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
    }

    /** The call's evidence may have changed, or the time has come. */
    public Uni<Void> follow(Mutiny.Session session, CallEvidence evidence) {
        return session.find(SilentCall.class, evidence.callId())
                .chain(known -> known == null ? begin(session, evidence) : goOn(session, evidence, known));
    }

    /** Several of these calls are about to be followed in this session: reads where they stand at once. */
    public Uni<Void> expect(Mutiny.Session session, List<String> callIds) {
        return session.createNativeQuery(EXPECTED, SilentCall.class)
                .setParameter("calls", Rows.of(callIds))
                .getResultList()
                .replaceWithVoid();
    }

    /** The same after something was told. */
    Uni<Void> told(Mutiny.Session session, CallEvidence evidence, SilentCall call, Told told) {
        call.told = json.write(told);
        return goOn(session, evidence, call);
    }

    /** Calls whose step is over by now. */
    Uni<List<String>> due(Mutiny.Session session, int limit) {
        return session.createNativeQuery(DUE, String.class)
                .setParameter("now", now.get().atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList();
    }

    /** Lets a call that failed wait some more, unless it went on meanwhile. */
    Uni<Void> putOff(Mutiny.Session session, String callId) {
        Instant moment = now.get();
        return session.createNativeQuery(
                        "update silent_call set due_at = :until where call_id = :call and due_at <= :now")
                .setParameter("until", moment.plus(config.sweepRetry()).atOffset(ZoneOffset.UTC))
                .setParameter("call", callId)
                .setParameter("now", moment.atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    private Uni<Void> begin(Mutiny.Session session, CallEvidence evidence) {
        Instant moment = now.get();
        Facts facts = facts(evidence, Told.NOTHING, moment);
        return policy.begin(facts, moment)
                .map(first -> {
                    SilentCall call = new SilentCall(evidence.callId(), moment, json);
                    List<Stage> taken = new ArrayList<>(List.of(first));
                    call.become(walk(first, facts, moment, taken), json);
                    call.version = taken.size();
                    return session.persist(call).chain(session::flush).chain(() -> tell(session, call, taken));
                })
                .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private Uni<Void> goOn(Mutiny.Session session, CallEvidence evidence, SilentCall call) {
        Instant moment = now.get();
        Stage before = call.stage(json);
        List<Stage> taken = new ArrayList<>();
        Stage after = walk(before, facts(evidence, json.read(call.told, Told.class), moment), moment, taken);
        if (after.equals(before)) {
            return Uni.createFrom().voidItem();
        }
        call.become(after, json);
        call.version += taken.size();
        return tell(session, call, taken);
    }

    private static Facts facts(CallEvidence evidence, Told told, Instant moment) {
        return SilentFacts.of(evidence.evidence(moment), evidence.dispositionAt(), told);
    }

    /** Walks as far as the facts lead, and notes each step. */
    private Stage walk(Stage from, Facts facts, Instant moment, List<Stage> taken) {
        Stage stage = from;
        for (int i = 0; i < MOST_AT_ONCE; i++) {
            Stage next = policy.next(stage, facts, moment);
            if (next.equals(stage)) {
                break;
            }
            if (!next.isSame(stage)) {
                taken.add(next);
            }
            stage = next;
        }
        return stage;
    }

    private Uni<Void> tell(Mutiny.Session session, SilentCall call, List<Stage> taken) {
        long first = call.version - taken.size() + 1;
        return Multi.createFrom()
                .range(0, taken.size())
                .onItem()
                .transformToUniAndConcatenate(i -> tell(session, call.callId, first + i, taken.get(i)))
                .collect()
                .last()
                .replaceWithVoid();
    }

    private Uni<Void> tell(Mutiny.Session session, String callId, long version, Stage stage) {
        afterCommit.run(session, () -> Counter.builder("tanggap.triage.silent.steps")
                .description("Steps that were advised for silent calls")
                .tag("step", stage.step().name().toLowerCase(Locale.ROOT))
                .tag("cause", stage.cause().name().toLowerCase(Locale.ROOT))
                .register(metrics)
                .increment());
        return session.persist(new SilentStep(callId, version, stage))
                .chain(() -> outbox.append(
                        session,
                        new OutboxEvent(
                                TOPIC,
                                callId,
                                TYPE,
                                callId,
                                version,
                                stage.since(),
                                SilentState.of(callId, version, stage))));
    }
}
