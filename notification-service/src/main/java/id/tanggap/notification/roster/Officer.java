package id.tanggap.notification.roster;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.UUID;

/** One of an agency's people who take turns on duty. */
@Entity
class Officer {

    @Id
    private UUID officerId;

    private String agency;
    private long version;
    private String sealedPerson;
    private Instant createdAt;

    protected Officer() {}

    Officer(UUID id, String agency, String sealedPerson, Instant now) {
        this.officerId = id;
        this.agency = agency;
        this.createdAt = now;
        edit(sealedPerson);
    }

    void edit(String otherSealedPerson) {
        sealedPerson = otherSealedPerson;
        version++;
    }

    UUID id() {
        return officerId;
    }

    long version() {
        return version;
    }

    String sealedPerson() {
        return sealedPerson;
    }
}
