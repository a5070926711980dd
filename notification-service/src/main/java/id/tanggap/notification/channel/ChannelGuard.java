package id.tanggap.notification.channel;

import id.tanggap.notification.delivery.policy.AttemptResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import io.smallrye.faulttolerance.api.CircuitBreakerState;
import io.smallrye.faulttolerance.api.RateLimitException;
import io.smallrye.faulttolerance.api.TypedGuard;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.util.TypeLiteral;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.function.Supplier;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jboss.logging.Logger;

/**
 * Keeps one server of a channel within its limits: so many attempts at once and a second, and none for a while when it fails.
 * What it keeps back is answered at once as {@link FailureReason#BUSY} or {@link FailureReason#CHANNEL_DOWN}.
 */
public final class ChannelGuard {

    private static final Logger LOG = Logger.getLogger(ChannelGuard.class);
    private static final double FAILURE_RATIO = 0.5;

    /** What says that the server, and not a recipient, is the trouble. */
    private static final Set<FailureReason> SERVERS_FAULT = Set.of(
            FailureReason.TIMEOUT,
            FailureReason.UNRESOLVED,
            FailureReason.CONNECTION_FAILED,
            FailureReason.TLS_FAILED,
            FailureReason.CHANNEL_REFUSED);

    private final TypedGuard<Uni<ChannelResult>> guard;

    /** @param name of the server, for logs and metrics */
    public ChannelGuard(String name, ChannelLimits limits) {
        this.guard = TypedGuard.create(new TypeLiteral<Uni<ChannelResult>>() {})
                .withDescription("channel-" + name)
                .withBulkhead()
                .limit(limits.atOnce())
                .queueSize(limits.atOnce())
                .done()
                .withRateLimit()
                .limit(limits.perSecond())
                .window(1, ChronoUnit.SECONDS)
                .done()
                .withCircuitBreaker()
                .when(failure -> failure instanceof Down)
                .requestVolumeThreshold(limits.breakAfter())
                .failureRatio(FAILURE_RATIO)
                .delay(limits.rest().toMillis(), ChronoUnit.MILLIS)
                .successThreshold(1)
                .onStateChange(state -> log(name, state))
                .done()
                .build();
    }

    /** The attempt's result, or that it was not made. */
    public Uni<ChannelResult> run(Supplier<Uni<ChannelResult>> attempt) {
        return Uni.createFrom()
                .deferred(() -> guard.get(() -> attempt.get().onItem().transformToUni(ChannelGuard::judged)))
                .onFailure(Down.class)
                .recoverWithItem(down -> down.result)
                .onFailure(CircuitBreakerOpenException.class)
                .recoverWithItem(ChannelResult.failed(FailureReason.CHANNEL_DOWN))
                .onFailure(failure -> failure instanceof BulkheadException || failure instanceof RateLimitException)
                .recoverWithItem(ChannelResult.failed(FailureReason.BUSY))
                .onFailure()
                .recoverWithItem(failure -> {
                    // Never its message, which may quote what was to be sent.
                    LOG.errorf(
                            "event=channel-broken cause=%s at=%s",
                            failure.getClass().getName(),
                            failure.getStackTrace().length > 0 ? failure.getStackTrace()[0] : "-");
                    return ChannelResult.failed(FailureReason.INTERNAL);
                });
    }

    private static Uni<ChannelResult> judged(ChannelResult result) {
        boolean serversFault =
                switch (result.attempt()) {
                    case AttemptResult.Answered answered -> answered.httpStatus() >= 500;
                    case AttemptResult.Failed failed -> SERVERS_FAULT.contains(failed.reason());
                };
        return serversFault
                ? Uni.createFrom().failure(new Down(result))
                : Uni.createFrom().item(result);
    }

    private static void log(String name, CircuitBreakerState state) {
        LOG.warnf("event=channel-state channel=%s circuit=%s", name, state);
    }

    /** Carries a result past the circuit breaker, which counts exceptions. */
    private static final class Down extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient ChannelResult result;

        private Down(ChannelResult result) {
            super("channel down", null, false, false);
            this.result = result;
        }
    }
}
