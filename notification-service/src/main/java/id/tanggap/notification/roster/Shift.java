package id.tanggap.notification.roster;

import id.tanggap.notification.roster.policy.DutyTime;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;

/** An officer's turn on duty. */
@Entity
@Immutable
public class Shift {

    @Id
    private UUID shiftId;

    private UUID officerId;
    private String agency;
    private Instant startsAt;
    private Instant endsAt;

    protected Shift() {}

    Shift(UUID id, UUID officerId, String agency, DutyTime time) {
        this.shiftId = id;
        this.officerId = officerId;
        this.agency = agency;
        this.startsAt = time.from();
        this.endsAt = time.to();
    }

    public UUID id() {
        return shiftId;
    }

    public UUID officerId() {
        return officerId;
    }

    public DutyTime time() {
        return new DutyTime(startsAt, endsAt);
    }
}
