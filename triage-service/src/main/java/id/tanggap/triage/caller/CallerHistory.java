package id.tanggap.triage.caller;

import id.tanggap.triage.config.CallerConfig;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.FieldOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers what operators said of each caller's calls and what agencies found; it knows callers by reference only. */
@ApplicationScoped
public class CallerHistory {

    /** Newest calls of a caller that are read: more could not change a capped contribution. */
    private static final int MOST = 50;

    private static final String LOCK = "select 1 from (select pg_advisory_xact_lock(hashtextextended(:caller, 112))) l";

    private static final String REMEMBER =
            """
            insert into past_call (call_id, caller_ref, disposition, outcome, at)
            values (:call, :caller, nullif(:disposition, ''), nullif(:outcome, ''), :at)
            on conflict (call_id) do update
               set caller_ref = excluded.caller_ref, disposition = excluded.disposition, outcome = excluded.outcome,
                   at = excluded.at
             where (past_call.caller_ref, past_call.disposition, past_call.outcome, past_call.at)
                   is distinct from (excluded.caller_ref, excluded.disposition, excluded.outcome, excluded.at)
            """;

    private static final String READ =
            """
            select disposition, outcome, at from past_call
             where caller_ref = :caller and call_id <> :except and at between :from and :now
             order by at desc limit :most
            """;

    /** Other calls of the caller before this one, answered or not, each worth less the older it is. */
    private static final String RATES =
            """
            select count(*) filter (where started_at > cast(:now as timestamptz) - interval '1 hour'),
                   count(*) filter (where started_at > cast(:now as timestamptz) - interval '1 day'),
                   count(*),
                   coalesce(sum(power(0.5, extract(epoch from cast(:now as timestamptz) - started_at) / cast(:half as float8))), 0),
                   coalesce(sum(power(0.5, extract(epoch from cast(:now as timestamptz) - started_at) / cast(:half as float8)))
                            filter (where status = 'ABANDONED'), 0)
              from call_evidence
             where caller_ref = :caller and call_id <> :except and started_at between :from and :now
            """;

    private final Decay decay;

    CallerHistory(CallerConfig config) {
        decay = new Decay(config.halfLife());
    }

    /**
     * Serialises the transactions that concern this caller, until the end of this one. It is taken before any call's row
     * is locked, so that a disposition and a new call of the same caller see each other and cannot deadlock.
     */
    public Uni<Void> lock(Mutiny.Session session, String callerRef) {
        return session.createNativeQuery(LOCK, Integer.class)
                .setParameter("caller", callerRef)
                .getSingleResult()
                .replaceWithVoid();
    }

    /** Remembers what became of a call; tells whether that was news. */
    public Uni<Boolean> remember(Mutiny.Session session, String callId, String callerRef, PastCall call) {
        return session.createNativeQuery(REMEMBER)
                .setParameter("call", callId)
                .setParameter("caller", callerRef)
                .setParameter("disposition", call.disposition().map(Enum::name).orElse(""))
                .setParameter("outcome", call.outcome().map(Enum::name).orElse(""))
                .setParameter("at", call.at().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** The caller's record before {@code now}, without the call in question. */
    public Uni<CallerRecord> before(Mutiny.Session session, String callerRef, String exceptCall, Instant now) {
        OffsetDateTime from = now.minus(decay.horizon()).atOffset(ZoneOffset.UTC);
        return session.createNativeQuery(READ, Object[].class)
                .setParameter("caller", callerRef)
                .setParameter("except", exceptCall)
                .setParameter("from", from)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setParameter("most", MOST)
                .getResultList()
                .chain(past -> session.createNativeQuery(RATES, Object[].class)
                        .setParameter("caller", callerRef)
                        .setParameter("except", exceptCall)
                        .setParameter("from", from)
                        .setParameter("now", now.atOffset(ZoneOffset.UTC))
                        .setParameter("half", (double) decay.halfLife().toSeconds())
                        .getSingleResult()
                        .map(rates -> decay.of(calls(past), rates(rates), now)));
    }

    private static CallRates rates(Object[] row) {
        double weight = ((Number) row[3]).doubleValue();
        return new CallRates(
                ((Number) row[0]).longValue(),
                ((Number) row[1]).longValue(),
                ((Number) row[2]).longValue() > 0,
                weight == 0 ? 0 : ((Number) row[4]).doubleValue() / weight);
    }

    private static List<PastCall> calls(List<Object[]> rows) {
        return rows.stream()
                .map(row -> new PastCall(
                        Optional.ofNullable((String) row[0]).map(Disposition::valueOf),
                        Optional.ofNullable((String) row[1]).map(FieldOutcome::valueOf),
                        instant(row[2])))
                .toList();
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
