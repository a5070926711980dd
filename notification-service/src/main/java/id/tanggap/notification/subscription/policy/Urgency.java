package id.tanggap.notification.subscription.policy;

/** Which priorities wait for nothing: no quiet hours, and a retry within seconds. */
public final class Urgency {

    /** Of EIDO's common priority 0..10, from here on. */
    public static final int FROM = 8;

    private Urgency() {}

    public static boolean isUrgent(int priority) {
        return priority >= FROM;
    }
}
