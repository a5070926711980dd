package id.tanggap.triage.priority.policy;

import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;

/**
 * When triage proposes that a caller be answered after others: after so many hoaxes, older ones counting less, silent calls
 * at half, and never with a genuine or confirmed call in the time that is remembered.
 *
 * @param hoaxes decayed number, the present call included
 */
public record RestrictionRule(double hoaxes) {

    /** Whether the present call, which an operator found to be {@code now}, makes it so. */
    public boolean fires(CallerRecord before, Disposition now) {
        double present =
                switch (now) {
                    case PRANK -> 1;
                    case GHOST -> 0.5;
                    case NORMAL, INFORMATION, TEST -> 0;
                };
        return present > 0
                && before.known()
                && before.genuine() + before.confirmed() == 0
                && before.pranks() + before.ghosts() / 2 + present >= hoaxes;
    }
}
