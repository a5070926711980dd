package id.tanggap.triage.priority;

import id.tanggap.platform.problem.Problem;
import id.tanggap.triage.caller.Decay;
import id.tanggap.triage.caller.PastCall;
import id.tanggap.triage.config.CallerConfig;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.priority.policy.RestrictionRule;
import id.tanggap.triage.priority.policy.WhatIf;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Replays the rule over calls that are remembered. */
@ApplicationScoped
public class Hindsight {

    /** A year of Semarang (22,021 calls) three times over; more would not be answered within a request. */
    private static final int MOST = 60_000;

    private static final String CALLS =
            """
            select call_id, caller_ref, started_at, disposition, disposition_at,
                   report <> 'NONE' or coalesce(outcome = 'FOUND', false)
              from call_evidence
             where caller = 'SUBSCRIBER' and caller_ref is not null and started_at >= :from and started_at < :to
             limit :most
            """;

    private final Decay decay;

    Hindsight(CallerConfig config) {
        decay = new Decay(config.halfLife());
    }

    /** Which genuine calls between {@code from} and {@code to} would have been answered later. */
    public Uni<WhatIf.Result> replay(Mutiny.Session session, Instant from, Instant to, double hoaxes, Duration length) {
        WhatIf whatIf = new WhatIf(new RestrictionRule(hoaxes), length, this::remembered);
        return session.createNativeQuery(CALLS, Object[].class)
                .setParameter("from", from.minus(decay.horizon()).atOffset(ZoneOffset.UTC))
                .setParameter("to", to.atOffset(ZoneOffset.UTC))
                .setParameter("most", MOST + 1)
                .getResultList()
                .map(rows -> {
                    if (rows.size() > MOST) {
                        throw Problem.invalid("from", "too many calls: ask for a shorter time");
                    }
                    return whatIf.replay(rows.stream().map(Hindsight::past).toList(), from);
                });
    }

    private CallerRecord remembered(List<WhatIf.Past> before, Instant now) {
        return decay.of(
                before.stream()
                        .filter(call -> !call.disposedAt().orElseThrow().isBefore(now.minus(decay.horizon())))
                        .map(call -> new PastCall(
                                call.disposition().orElseThrow(),
                                call.disposedAt().orElseThrow()))
                        .toList(),
                now);
    }

    private static WhatIf.Past past(Object[] row) {
        Optional<Disposition> disposition = Optional.ofNullable((String) row[3]).map(Disposition::valueOf);
        Instant startedAt = instant(row[2]);
        return new WhatIf.Past(
                (String) row[0],
                (String) row[1],
                startedAt,
                disposition,
                disposition.map(said -> row[4] == null ? startedAt : instant(row[4])),
                (Boolean) row[5]
                        || disposition.filter(Disposition.NORMAL::equals).isPresent());
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
