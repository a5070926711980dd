package id.tanggap.intake.api;

import id.tanggap.intake.call.Disposition;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Keeps the synthetic test call and those of people apart, by the right of who asks and never by a field alone: a report under the
 * category of trials reaches no agency that helps, so only the role {@code synthetic} may file one, and that role may touch no call
 * but its own. A caller is never silenced by a word that somebody picks. What is refused is a forbidden problem.
 */
@ApplicationScoped
class Trials {

    /** What ticket-service routes to nobody but the agency {@code uji}. */
    static final String CATEGORY = "TEST";

    /** What the ids of its calls begin with; a gateway's call that happens to begin so is as good as any. */
    private static final String PREFIX = "uji-";

    private final SecurityIdentity identity;

    Trials(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Of an announcement: nobody calls, so there is no number. */
    void announce(AnnounceRequest request) {
        touch(request.callId());
        refuse(synthetic() && request.from() != null, "A synthetic call has no caller.");
    }

    /** Of whatever else is told of a call. */
    void touch(String callId) {
        refuse(synthetic() && !callId.startsWith(PREFIX), "The id of a synthetic call begins with " + PREFIX + ".");
    }

    /** Of a report. */
    void report(String callId, String category) {
        touch(callId);
        refuse(
                synthetic() != category.equals(CATEGORY),
                "Reports of the category " + CATEGORY + ", and no others, are the synthetic test call's.");
    }

    /** Of a word on what a call was. */
    void dispose(String callId, Disposition disposition) {
        touch(callId);
        refuse(synthetic() && disposition != Disposition.TEST, "A synthetic call is a trial.");
    }

    private boolean synthetic() {
        return identity.hasRole(Roles.SYNTHETIC);
    }

    private static void refuse(boolean wrong, String why) {
        if (wrong) {
            throw Problem.of(ProblemType.FORBIDDEN, why);
        }
    }
}
