package id.tanggap.notification.subscription.policy;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * What a subscriber wants to hear, and when.
 *
 * @param changes kinds of change; none: all, those of tomorrow too
 * @param minimumPriority 0..10
 */
public record Wishes(Set<TicketChange> changes, int minimumPriority, Optional<QuietHours> quietHours) {

    public Wishes {
        if (minimumPriority < 0 || minimumPriority > 10) {
            throw new IllegalArgumentException("a priority is between 0 and 10, not " + minimumPriority);
        }
        changes = Set.copyOf(changes);
    }

    /**
     * Whether this change is to be told. Who was told of a ticket hears the rest of it even when its priority sinks:
     * silence would look as if nothing had happened since. And who was told a contact must hear that it is removed.
     *
     * @param change an open code
     * @param toldBefore whether anything of this ticket was told here before
     */
    public boolean want(String change, int priority, boolean toldBefore) {
        Optional<TicketChange> known = TicketChange.of(change);
        if (toldBefore && known.equals(Optional.of(TicketChange.CONTACT_REMOVED))) {
            return true;
        }
        boolean kind = changes.isEmpty() || known.map(changes::contains).orElse(false);
        return kind && (priority >= minimumPriority || toldBefore);
    }

    /** Until when news of this priority has to wait for the quiet hours' end; empty if it may go now. */
    public Optional<Instant> heldUntil(int priority, Instant now) {
        return quietHours.flatMap(quiet -> quiet.heldUntil(priority, now));
    }
}
