package id.tanggap.intake.report;

import java.util.Optional;

/**
 * Who reports, if they say so. Leaves this service only sealed, for ticket-service.
 *
 * @param contact E.164
 */
public record Reporter(Optional<String> name, Optional<String> contact) {

    boolean isUnknown() {
        return name.isEmpty() && contact.isEmpty();
    }

    /** Leaves the person out: it belongs in no log. */
    @Override
    public String toString() {
        return "Reporter[withheld]";
    }
}
