package id.tanggap.notification.subscription;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.subscription.policy.QuietHours;
import id.tanggap.notification.subscription.policy.TicketChange;
import id.tanggap.notification.subscription.policy.Wishes;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An agency's wish to be told of its tickets over channels of its choice. */
@Entity
public class Subscription {

    @Id
    private UUID subscriptionId;

    private String agency;
    private String url;
    private String[] channels;
    private String sealedChannels;
    private String description;
    private String sealedSecret;
    private long version;
    private String[] changes;
    private int minimumPriority;
    private LocalTime quietFrom;
    private LocalTime quietTo;
    private Instant createdAt;
    private Instant deletedAt;

    protected Subscription() {}

    /** @param id also its place among the agency's */
    Subscription(UUID id, String agency, Terms terms, String sealedChannels, String sealedSecret, Instant now) {
        this.subscriptionId = id;
        this.agency = agency;
        this.sealedSecret = sealedSecret;
        this.createdAt = now;
        edit(terms, sealedChannels);
    }

    void edit(Terms terms, String otherSealedChannels) {
        url = terms.url().orElse(null);
        channels = terms.routes().stream().map(route -> route.kind().name()).toArray(String[]::new);
        sealedChannels = otherSealedChannels;
        description = terms.description().orElse(null);
        changes = terms.wishes().changes().stream().map(Enum::name).sorted().toArray(String[]::new);
        minimumPriority = terms.wishes().minimumPriority();
        quietFrom = terms.wishes().quietHours().map(QuietHours::from).orElse(null);
        quietTo = terms.wishes().quietHours().map(QuietHours::to).orElse(null);
        version++;
    }

    /** Has another secret sign, sealed. */
    void sign(String otherSecret) {
        sealedSecret = otherSecret;
    }

    void end(Instant now) {
        deletedAt = now;
    }

    String sealedSecret() {
        return sealedSecret;
    }

    public UUID id() {
        return subscriptionId;
    }

    public String agency() {
        return agency;
    }

    /** Of its webhook, if it has one. */
    public Optional<String> url() {
        return Optional.ofNullable(url);
    }

    /** Its ways to its receiver, in order. */
    List<Route> routes(SealedRoutes seal) {
        return seal.open(Stream.of(channels).map(ChannelKind::valueOf).toList(), url, sealedChannels);
    }

    public Optional<String> description() {
        return Optional.ofNullable(description);
    }

    /** Goes up with each edit, from 1. */
    public long version() {
        return version;
    }

    public Wishes wishes() {
        return new Wishes(
                Stream.of(changes).map(TicketChange::valueOf).collect(Collectors.toSet()),
                minimumPriority,
                Optional.ofNullable(quietFrom).map(from -> new QuietHours(from, quietTo)));
    }

    public Instant createdAt() {
        return createdAt;
    }
}
