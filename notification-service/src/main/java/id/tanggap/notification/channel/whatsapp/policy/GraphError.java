package id.tanggap.notification.channel.whatsapp.policy;

import id.tanggap.notification.delivery.policy.FailureReason;
import java.util.Optional;

/** What the codes of the Graph API mean for a message ("Error codes", WhatsApp Business Platform). */
public final class GraphError {

    private GraphError() {}

    /** The reason; none for a code that only says that something went wrong there. */
    public static Optional<FailureReason> reason(int code) {
        return Optional.ofNullable(
                switch (code) {
                    // Calls of the app, of the account, throughput, spam, to one recipient.
                    case 4, 80007, 130429, 131048, 131056 -> FailureReason.BUSY;
                    // Sender and recipient the same; not on WhatsApp, or not reachable there; not a test recipient;
                    // left us.
                    case 131021, 131026, 131030, 131050 -> FailureReason.RECIPIENT_REFUSED;
                    // Token and permissions; policy; the number; payment; the account.
                    case 0, 3, 10, 190, 368, 33, 100, 130497, 131005, 131008, 131009, 131031, 131042, 131045 ->
                        FailureReason.CHANNEL_REFUSED;
                    default ->
                        // Permissions; templates.
                        code >= 200 && code <= 299 || code >= 132000 && code <= 132999
                                ? FailureReason.CHANNEL_REFUSED
                                : null;
                });
    }
}
