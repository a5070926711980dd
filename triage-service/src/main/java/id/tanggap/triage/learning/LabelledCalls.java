package id.tanggap.triage.learning;

import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.learning.trial.Scored;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

/** Reads snapshots and scores of calls whose label is known, newest first and page by page. */
@ApplicationScoped
class LabelledCalls {

    private static final int PAGE = 5_000;

    /** Two months of a busy centre; more would only make the verdict slower. */
    private static final int MOST_SCORED = 100_000;

    private static final String SNAPSHOTS =
            """
            select s.call_id, s.moment, s.features, l.label, coalesce(e.caller_ref, s.call_id), l.labelled_at
              from call_label l
              join feature_snapshot s on s.call_id = l.call_id
              left join call_evidence e on e.call_id = l.call_id
             where l.label is not null and l.labelled_at >= :from
               and (l.labelled_at, s.call_id, s.moment) < (:at, :call, :moment)
             order by l.labelled_at desc, s.call_id desc, s.moment desc limit :page
            """;
    private static final String SCORED =
            """
            select l.call_id, l.label, a.hoax_likelihood, b.hoax_likelihood
              from call_label l
              join model m on m.version = :challenger and l.labelled_at >= m.created_at
              join model_score a on a.call_id = l.call_id and a.model_version = :champion
              join model_score b on b.call_id = l.call_id and b.model_version = :challenger and b.moment = a.moment
             where l.label is not null and l.labelled_at >= :from
             order by l.labelled_at desc, l.call_id, a.moment limit :most
            """;
    private static final String FEATURES =
            "select features from feature_snapshot where taken_at >= :from order by taken_at desc limit :most";

    private final Transactions transactions;

    LabelledCalls(Transactions transactions) {
        this.transactions = transactions;
    }

    /** A snapshot with its label; features are still JSON, to be read off the event loop. */
    record Snapshot(String callId, String moment, String features, Label label, String group, Instant labelledAt) {}

    Uni<List<Snapshot>> snapshots(Instant from, int most) {
        return more(from, new ArrayList<>(), most);
    }

    /** Calls that both models scored live, at each moment; labelled after the challenger was made, so it never saw them. */
    Uni<List<Scored>> scored(String champion, String challenger, Instant from) {
        return transactions.read(session -> session.createNativeQuery(SCORED, Object[].class)
                .setParameter("champion", champion)
                .setParameter("challenger", challenger)
                .setParameter("from", from.atOffset(ZoneOffset.UTC))
                .setParameter("most", MOST_SCORED)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Scored(
                                (String) row[0],
                                Label.valueOf((String) row[1]),
                                ((Number) row[2]).doubleValue(),
                                ((Number) row[3]).doubleValue()))
                        .toList()));
    }

    /** Newest snapshots, labelled or not, as JSON. */
    Uni<List<String>> features(Instant from, int most) {
        return transactions.read(session -> session.createNativeQuery(FEATURES, String.class)
                .setParameter("from", from.atOffset(ZoneOffset.UTC))
                .setParameter("most", most)
                .getResultList());
    }

    private Uni<List<Snapshot>> more(Instant from, List<Snapshot> read, int most) {
        Snapshot last = read.isEmpty() ? null : read.getLast();
        Instant at = last == null ? Instant.parse("9999-01-01T00:00:00Z") : last.labelledAt();
        int page = Math.min(PAGE, most - read.size());
        return page <= 0
                ? Uni.createFrom().item(read)
                : transactions
                        .read(session -> session.createNativeQuery(SNAPSHOTS, Object[].class)
                                .setParameter("from", from.atOffset(ZoneOffset.UTC))
                                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                                .setParameter("call", last == null ? "" : last.callId())
                                .setParameter("moment", last == null ? "" : last.moment())
                                .setParameter("page", page)
                                .getResultList())
                        .chain(rows -> {
                            rows.forEach(row -> read.add(snapshot(row)));
                            return rows.size() < page ? Uni.createFrom().item(read) : more(from, read, most);
                        });
    }

    private static Snapshot snapshot(Object[] row) {
        return new Snapshot(
                (String) row[0],
                (String) row[1],
                (String) row[2],
                Label.valueOf((String) row[3]),
                (String) row[4],
                ModelStore.instant(row[5]));
    }
}
