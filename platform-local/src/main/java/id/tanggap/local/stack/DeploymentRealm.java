package id.tanggap.local.stack;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;

/**
 * What a realm of people needs that a local one does not: there programs share a few accounts whose passwords are random,
 * and log in and out all the time.
 */
final class DeploymentRealm {
    /**
     * Length and no rules of composition (NIST SP 800-63B); the last three, so that the first password, which somebody else
     * has read, is not chosen again. Not longer than those first ones: Keycloak asks them, too, when it imports them.
     */
    private static final String PASSWORDS = "length(12) and notUsername and notEmail and passwordHistory(3)";

    private static final int FAILURES = 10;
    private static final Duration FIRST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);
    private static final Duration EVENTS = Duration.ofDays(90);

    private DeploymentRealm() {}

    static ObjectNode harden(ObjectNode realm) {
        realm.put("passwordPolicy", PASSWORDS);
        // Whoever knows operators' names must not be able to lock a shift out: minutes, and never for good.
        realm.put("failureFactor", FAILURES)
                .put("waitIncrementSeconds", FIRST_WAIT.toSeconds())
                .put("maxFailureWaitSeconds", LONGEST_WAIT.toSeconds())
                .put("permanentLockout", false);
        // A refresh token does not count for a whole shift to whoever has it. One repeat, for an answer that was lost:
        // it must not throw an operator out amid a call.
        realm.put("revokeRefreshToken", true).put("refreshTokenMaxReuse", 1);
        // Nobody needs a login that outlives the shift.
        int shift = realm.required("ssoSessionMaxLifespan").asInt();
        realm.put("offlineSessionIdleTimeout", shift)
                .put("offlineSessionMaxLifespanEnabled", true)
                .put("offlineSessionMaxLifespan", shift);
        // Who logged in, who failed, and who gave whom which role; what was changed may hold secrets and people's data.
        realm.put("eventsEnabled", true)
                .put("eventsExpiration", EVENTS.toSeconds())
                .put("adminEventsEnabled", true)
                .put("adminEventsDetailsEnabled", false);
        realm.putObject("attributes").put("adminEventsExpiration", Long.toString(EVENTS.toSeconds()));
        return realm;
    }
}
