package id.tanggap.intake.report;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** A report of a call; never changed, but for the reporter's number if it is known only later. Text, fingerprint and people are null once forgotten. */
@Entity
class Report {

    @Id
    UUID reportId;

    String callId;
    String content;
    String category;
    String text;
    boolean lifeThreat;
    String location;
    String reporterSealed;
    Instant reportedAt;
    String reportedBy;

    protected Report() {}
}
