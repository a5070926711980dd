package id.tanggap.notification.delivery.policy;

import id.tanggap.notification.subscription.policy.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a delivery has arrived, is tried again or is given up. Any 2xx is arrival and 410 the end (Standard
 * Webhooks); everything else may pass, so it is tried until the attempts or the time run out.
 *
 * @param usual for what has time
 * @param urgent for priorities that wait for nothing
 * @param maxAge no attempt begins later than this after the delivery was due
 */
public record DeliveryPolicy(Patience usual, Patience urgent, Duration maxAge) {

    /**
     * What was tried.
     *
     * @param attempt number of the attempt, from 1
     * @param priority 0..10
     * @param dueAt when it was first to go out
     */
    public record Tried(int attempt, int priority, Instant dueAt) {}

    /**
     * What follows from the result of an attempt.
     *
     * @param random uniform in 0..1, for jitter
     */
    public Verdict judge(AttemptResult result, Tried tried, Instant now, double random) {
        return switch (result) {
            case AttemptResult.Answered(int status, String text)
            when status >= 200 && status < 300 -> new Verdict.Delivered(Optional.of(status));
            case AttemptResult.Answered(int status, String text)
            when status == 410 -> new Verdict.Dead(Optional.of(status), FailureReason.GONE);
            case AttemptResult.Answered(int status, String text)
            when status >= 300 && status < 400 ->
                again(Optional.of(status), FailureReason.REDIRECT, tried, now, random);
            case AttemptResult.Answered(int status, String text) ->
                again(Optional.of(status), FailureReason.HTTP_STATUS, tried, now, random);
            case AttemptResult.Failed(FailureReason reason)
            when reason == FailureReason.EXPIRED -> new Verdict.Dead(Optional.empty(), reason);
            case AttemptResult.Failed(FailureReason reason) -> again(Optional.empty(), reason, tried, now, random);
        };
    }

    private Verdict again(Optional<Integer> status, FailureReason reason, Tried tried, Instant now, double random) {
        Patience patience = Urgency.isUrgent(tried.priority()) ? urgent : usual;
        Instant next = now.plus(patience.schedule().pause(tried.attempt(), random));
        return tried.attempt() >= patience.maxAttempts()
                        || next.isAfter(tried.dueAt().plus(maxAge))
                ? new Verdict.Dead(status, reason)
                : new Verdict.Retry(status, reason, next);
    }
}
