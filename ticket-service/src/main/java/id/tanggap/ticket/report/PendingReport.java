package id.tanggap.ticket.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;

/** A report that waits for its assessment, with all that its ticket will need; its reporter stays sealed. */
@Entity
public class PendingReport {

    @Id
    String reportId;

    String callId;
    String report;
    Instant receivedAt;
    Instant dueAt;

    protected PendingReport() {}

    PendingReport(Report report, String json, Instant receivedAt, Instant dueAt) {
        this.reportId = report.reportId();
        this.callId = report.callId();
        this.report = json;
        this.receivedAt = receivedAt;
        this.dueAt = dueAt;
    }
}
