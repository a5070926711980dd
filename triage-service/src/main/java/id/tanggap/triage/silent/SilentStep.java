package id.tanggap.triage.silent;

import id.tanggap.triage.silent.policy.Cause;
import id.tanggap.triage.silent.policy.Stage;
import id.tanggap.triage.silent.policy.Step;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;

/** A step that was taken; written once, never changed. */
@Entity
@Table(name = "silent_step")
public class SilentStep {

    /** Steps of a call count from 1 without a gap. */
    @Embeddable
    public record Key(String callId, long ordinal) {}

    @EmbeddedId
    Key key;

    @Enumerated(EnumType.STRING)
    Step step;

    @Enumerated(EnumType.STRING)
    Cause cause;

    Instant at;

    // The database gives both.
    @Column(insertable = false, updatable = false)
    long changedIn;

    @Column(insertable = false, updatable = false)
    long position;

    protected SilentStep() {}

    SilentStep(String callId, long ordinal, Stage stage) {
        key = new Key(callId, ordinal);
        step = stage.step();
        cause = stage.cause();
        at = stage.since();
    }
}
