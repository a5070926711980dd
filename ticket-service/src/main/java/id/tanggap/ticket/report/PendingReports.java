package id.tanggap.ticket.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Where reports wait: in the database, so that no kill loses one. */
@ApplicationScoped
class PendingReports {

    private final ObjectMapper json;

    PendingReports(ObjectMapper json) {
        this.json = json;
    }

    /** A waiting report, read. */
    record Waiting(PendingReport row, Report report) {}

    /** One that has waited long enough. */
    record Due(String reportId, String callId) {}

    Uni<Void> add(Mutiny.Session session, Report report, Instant receivedAt, Instant dueAt) {
        return session.persist(new PendingReport(report, write(report), receivedAt, dueAt));
    }

    /** Lets the report wait as it is told now. */
    void complete(PendingReport row, Report told) {
        row.report = write(told);
    }

    /** The waiting report, empty if it has its ticket: to be called under its call's lock. */
    Uni<Optional<Waiting>> find(Mutiny.Session session, String reportId) {
        return session.find(PendingReport.class, reportId)
                .map(found -> Optional.ofNullable(found).map(row -> new Waiting(row, read(row.report))));
    }

    /** The waiting reports of a call: to be called under the call's lock. */
    Uni<List<Waiting>> ofCall(Mutiny.Session session, String callId) {
        return session.createQuery(
                        "from PendingReport p where p.callId = :call order by p.receivedAt, p.reportId",
                        PendingReport.class)
                .setParameter("call", callId)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Waiting(row, read(row.report)))
                        .toList());
    }

    Uni<List<Due>> due(Mutiny.Session session, Instant now, int limit) {
        return session.createNativeQuery(
                        "select report_id, call_id from pending_report where due_at <= :now order by due_at",
                        Object[].class)
                .setParameter("now", now.atOffset(ZoneOffset.UTC))
                .setMaxResults(limit)
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Due((String) row[0], (String) row[1]))
                        .toList());
    }

    Uni<Void> putOff(Mutiny.Session session, Due due, Instant until) {
        return session.createNativeQuery("update pending_report set due_at = :until where report_id = :report")
                .setParameter("until", until.atOffset(ZoneOffset.UTC))
                .setParameter("report", due.reportId())
                .executeUpdate()
                .replaceWithVoid();
    }

    Uni<Void> remove(Mutiny.Session session, PendingReport row) {
        return session.remove(row);
    }

    private String write(Report report) {
        try {
            return json.writeValueAsString(report);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report cannot be written as JSON", e);
        }
    }

    private Report read(String stored) {
        try {
            return json.readValue(stored, Report.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a stored report is not readable", e);
        }
    }
}
