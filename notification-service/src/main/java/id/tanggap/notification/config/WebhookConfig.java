package id.tanggap.notification.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** How webhooks are sent, and where they may go. */
@ConfigMapping(prefix = "tanggap.webhook")
public interface WebhookConfig {

    /** Whether plain http addresses are taken; for the local profile only. */
    @WithDefault("false")
    boolean allowInsecure();

    /** Networks in CIDR notation that may be reached although they are not public, such as a regency's own. */
    Optional<List<String>> allowedNetworks();

    /** Limit of one attempt, from resolving the name to the answer's status. */
    @WithDefault("10s")
    Duration timeout();

    /** How long an attempt belongs to the process that began it; after that another takes it to be dead. Must exceed the timeout. */
    @WithDefault("30s")
    Duration lease();

    /** How often to look for what became due; new deliveries wake the worker at once. */
    @WithDefault("500ms")
    Duration poll();

    /** Attempts under way at a time in this process. */
    @WithDefault("512")
    int maxInFlight();

    /** Attempts under way at a time to one subscription, in all processes together: one that hangs must not take all places. */
    @WithDefault("4")
    int maxInFlightPerSubscription();

    /** Attempts begun in one second to one subscription: one that was away for an hour is not run over when it returns. */
    @WithDefault("20")
    @Min(1)
    int maxPerSecond();

    /** Active subscriptions of one agency. */
    @WithDefault("20")
    int maxSubscriptions();

    /** How long a signing secret that has a successor signs beside it. */
    @WithDefault("24h")
    Duration oldSecretLife();

    /** How often to look for what waited too long for a paused or disabled subscription. */
    @WithDefault("1m")
    Duration expireInterval();

    Pause pause();

    /** When a subscription is sent nothing more but probes. */
    interface Pause {

        /** Nothing has arrived for as long as this, */
        @WithDefault("1h")
        Duration after();

        /** and so many attempts have failed meanwhile. */
        @WithDefault("20")
        int failures();

        /** Wait before the first probe; each next one is twice as long. */
        @WithDefault("1m")
        Duration firstProbe();

        /** A receiver that is back gets its tickets at the latest after this. */
        @WithDefault("5m")
        Duration longestProbe();
    }

    Escalation escalation();

    /** When a delivery that does not get through goes over its subscription's next channel. The numbers are our own. */
    interface Escalation {

        /** For priority 8 and above: after so many failures, a few seconds. */
        @WithDefault("2")
        int urgentAttempts();

        /** Else when it has been failing for as long as this. */
        @WithDefault("5m")
        Duration usualAfter();
    }

    Retry retry();

    /** When to try again, and when to give up. */
    interface Retry {

        @WithDefault("2s")
        Duration first();

        @WithDefault("30m")
        Duration longest();

        /** Waits are spread by this fraction to both sides. */
        @WithDefault("0.2")
        double jitter();

        /** With the waits above, more than the age allows: the age decides. */
        @WithDefault("100")
        int maxAttempts();

        /** A ticket's news of yesterday is no news. Must be well below the feed's retention, which holds the payloads. */
        @WithDefault("24h")
        Duration maxAge();

        Urgent urgent();
    }

    /** The same for priority 8 and above: a fire is tried again within seconds, and at no time less than once a minute. */
    interface Urgent {

        @WithDefault("1s")
        Duration first();

        @WithDefault("45s")
        Duration longest();

        /** With the waits above, more than the age allows: the age decides. */
        @WithDefault("2500")
        int maxAttempts();
    }
}
