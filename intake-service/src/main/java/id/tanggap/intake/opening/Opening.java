package id.tanggap.intake.opening;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** One person's look at one call; never changed. */
@Entity
@Table(name = "call_opening")
class Opening {

    @Id
    long position;

    String callId;
    String subject;
    String name;
    String shown;
    Instant openedAt;

    protected Opening() {}
}
