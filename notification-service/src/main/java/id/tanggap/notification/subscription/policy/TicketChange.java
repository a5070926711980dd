package id.tanggap.notification.subscription.policy;

import java.util.Arrays;
import java.util.Optional;

/** The kinds of change that a subscription may name: those of {@code ticket.agency.v1} that were known when this was released. */
public enum TicketChange {
    OPENED,
    ASSIGNMENT,
    ASSESSED,
    REPORTER,
    PRIORITY,
    VERIFIED,
    CONTACT_REMOVED,
    MERGED,
    SPLIT,
    RELATED;

    /** The kind of this name; empty for one of tomorrow. */
    public static Optional<TicketChange> of(String name) {
        return Arrays.stream(values()).filter(kind -> kind.name().equals(name)).findFirst();
    }
}
