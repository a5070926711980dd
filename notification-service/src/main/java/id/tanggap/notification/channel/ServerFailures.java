package id.tanggap.notification.channel;

import id.tanggap.notification.delivery.policy.FailureReason;
import io.vertx.core.http.ConnectionPoolTooBusyException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Says why no answer came from a channel's server. */
public final class ServerFailures {

    private ServerFailures() {}

    public static FailureReason reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            switch (cause) {
                case TimeoutException late -> {
                    return FailureReason.TIMEOUT;
                }
                case SSLException broken -> {
                    return FailureReason.TLS_FAILED;
                }
                case UnknownHostException unknown -> {
                    return FailureReason.UNRESOLVED;
                }
                case ConnectionPoolTooBusyException busy -> {
                    return FailureReason.BUSY;
                }
                default -> {
                    // Its cause may say more.
                }
            }
        }
        return FailureReason.CONNECTION_FAILED;
    }
}
