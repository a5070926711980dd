package id.tanggap.triage.silent;

import id.tanggap.triage.silent.policy.Cause;
import id.tanggap.triage.silent.policy.Known;
import id.tanggap.triage.silent.policy.Stage;
import id.tanggap.triage.silent.policy.Step;
import id.tanggap.triage.silent.policy.Told;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;

/** Where the procedure of an answered call stands; changed only under the lock of its evidence. */
@Entity
@Table(name = "silent_call")
public class SilentCall {

    @Id
    String callId;

    Instant beganAt;

    @Enumerated(EnumType.STRING)
    Step step;

    @Enumerated(EnumType.STRING)
    Cause cause;

    Instant since;
    Instant notBefore;
    Instant dueAt;

    /** JSON. */
    String known;

    /** JSON. */
    String told;

    long version;

    protected SilentCall() {}

    SilentCall(String callId, Instant beganAt, StoredJson json) {
        this.callId = callId;
        this.beganAt = beganAt;
        this.told = json.write(Told.NOTHING);
    }

    Stage stage(StoredJson json) {
        return new Stage(step, cause, since, notBefore, Optional.ofNullable(dueAt), json.read(known, Known.class));
    }

    void become(Stage stage, StoredJson json) {
        step = stage.step();
        cause = stage.cause();
        since = stage.since();
        notBefore = stage.notBefore();
        dueAt = stage.due().orElse(null);
        known = json.write(stage.known());
    }
}
