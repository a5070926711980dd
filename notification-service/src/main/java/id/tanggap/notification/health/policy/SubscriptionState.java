package id.tanggap.notification.health.policy;

/** Whether a subscription is sent what becomes due; a name never changes its meaning. */
public enum SubscriptionState {
    /** It is. */
    ACTIVE,
    /** It failed for long: only a probe goes out from time to time, and the first that arrives ends this. */
    PAUSED,
    /** Its receiver wants no more (410): nothing goes out until its owner enables it. */
    DISABLED
}
