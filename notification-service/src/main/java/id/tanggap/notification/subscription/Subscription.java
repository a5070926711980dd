package id.tanggap.notification.subscription;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** An agency's wish to have its tickets sent to a web address of its own. */
@Entity
public class Subscription {

    @Id
    private UUID subscriptionId;

    private String agency;
    private String url;
    private String description;
    private String sealedSecret;
    private Instant createdAt;
    private Instant deletedAt;

    protected Subscription() {}

    Subscription(UUID id, String agency, String url, Optional<String> description, String sealedSecret, Instant now) {
        this.subscriptionId = id;
        this.agency = agency;
        this.url = url;
        this.description = description.orElse(null);
        this.sealedSecret = sealedSecret;
        this.createdAt = now;
    }

    void end(Instant now) {
        deletedAt = now;
    }

    public UUID id() {
        return subscriptionId;
    }

    public String agency() {
        return agency;
    }

    public String url() {
        return url;
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    public Instant createdAt() {
        return createdAt;
    }
}
