package id.tanggap.triage.learning;

import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.FieldOutcome;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers what calls turned out to be; runs in the transaction of the call's event, under the call's lock. */
@ApplicationScoped
public class Labels {

    private static final String READ = "select disposition, outcome from call_label where call_id = :call";
    private static final String WRITE =
            """
            insert into call_label (call_id, disposition, outcome, label, labelled_at)
            values (:call, nullif(:disposition, ''), nullif(:outcome, ''), nullif(:label, ''), :at)
            on conflict (call_id) do update
               set disposition = excluded.disposition, outcome = excluded.outcome, label = excluded.label,
                   labelled_at = excluded.labelled_at
             where (call_label.disposition, call_label.outcome)
                   is distinct from (excluded.disposition, excluded.outcome)
            """;

    /** What the operator says; a correction replaces it. */
    public Uni<Void> disposition(Mutiny.Session session, String callId, Disposition said) {
        return read(session, callId)
                .chain(before -> write(session, callId, new Known(Optional.of(said), before.outcome())));
    }

    /** What was found by those who went there. */
    public Uni<Void> outcome(Mutiny.Session session, String callId, FieldOutcome found) {
        return read(session, callId)
                .chain(before -> write(session, callId, new Known(before.disposition(), Optional.of(found))));
    }

    private record Known(Optional<Disposition> disposition, Optional<FieldOutcome> outcome) {}

    private static Uni<Known> read(Mutiny.Session session, String callId) {
        return session.createNativeQuery(READ, Object[].class)
                .setParameter("call", callId)
                .getResultList()
                .map(rows -> rows.isEmpty()
                        ? new Known(Optional.empty(), Optional.empty())
                        : new Known(
                                Optional.ofNullable((String) rows.getFirst()[0]).map(Disposition::valueOf),
                                Optional.ofNullable((String) rows.getFirst()[1]).map(FieldOutcome::valueOf)));
    }

    private static Uni<Void> write(Mutiny.Session session, String callId, Known known) {
        return session.createNativeQuery(WRITE)
                .setParameter("call", callId)
                .setParameter("disposition", known.disposition().map(Enum::name).orElse(""))
                .setParameter("outcome", known.outcome().map(Enum::name).orElse(""))
                .setParameter(
                        "label",
                        Labelling.of(known.disposition(), known.outcome())
                                .map(Label::name)
                                .orElse(""))
                // When it was learnt, by our own clock: a gateway may tell of last year.
                .setParameter("at", OffsetDateTime.now(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }
}
