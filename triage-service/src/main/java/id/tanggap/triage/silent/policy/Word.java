package id.tanggap.triage.silent.policy;

import id.tanggap.triage.policy.Disposition;
import java.time.Instant;
import java.util.Optional;

/**
 * What people have said of the call so far.
 *
 * @param dispositionAt when the disposition was said
 * @param decisions how often a person decided what the procedure handed over
 */
public record Word(
        boolean reported, Optional<Disposition> disposition, Optional<Instant> dispositionAt, int decisions) {

    public static final Word NONE = new Word(false, Optional.empty(), Optional.empty(), 0);

    /** Whether a person has taken the call for genuine, and by what. */
    Optional<Cause> genuine() {
        if (reported) {
            return Optional.of(Cause.REPORTED);
        }
        return disposition.filter(Disposition.NORMAL::equals).map(said -> Cause.GENUINE);
    }

    /**
     * Whether something said since ends the procedure at this step. "Silent" is where it begins and not its end: it ends
     * the matter only for one who was asked to decide.
     */
    Optional<Cause> endsSince(Word before, Step step) {
        if (decisions > before.decisions) {
            return Optional.of(Cause.DECIDED);
        }
        boolean news = !disposition.equals(before.disposition) || !dispositionAt.equals(before.dispositionAt);
        return disposition
                .filter(said -> news && (said != Disposition.GHOST || step.isWithPerson()))
                .map(said -> Cause.DISPOSED);
    }
}
