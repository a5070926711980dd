package id.tanggap.notification.delivery.policy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a delivery has arrived, is tried again or is given up. Any 2xx is arrival and 410 the end (Standard
 * Webhooks); everything else may pass, so it is tried until the attempts or the time run out.
 *
 * @param maxAttempts from 1
 * @param maxAge no attempt begins later than this after the delivery was made
 */
public record DeliveryPolicy(RetrySchedule schedule, int maxAttempts, Duration maxAge) {

    public DeliveryPolicy {
        if (maxAttempts < 1) {
            throw new IllegalArgumentException("at least one attempt, not " + maxAttempts);
        }
    }

    /**
     * What follows from the result of attempt number {@code attempt} (from 1).
     *
     * @param random uniform in 0..1, for jitter
     */
    public Verdict judge(AttemptResult result, int attempt, Instant madeAt, Instant now, double random) {
        return switch (result) {
            case AttemptResult.Answered(int status)
            when status >= 200 && status < 300 -> new Verdict.Delivered(Optional.of(status));
            case AttemptResult.Answered(int status)
            when status == 410 -> new Verdict.Dead(Optional.of(status), FailureReason.GONE);
            case AttemptResult.Answered(int status)
            when status >= 300 && status < 400 ->
                again(Optional.of(status), FailureReason.REDIRECT, attempt, madeAt, now, random);
            case AttemptResult.Answered(int status) ->
                again(Optional.of(status), FailureReason.HTTP_STATUS, attempt, madeAt, now, random);
            case AttemptResult.Failed(FailureReason reason) ->
                again(Optional.empty(), reason, attempt, madeAt, now, random);
        };
    }

    private Verdict again(
            Optional<Integer> status, FailureReason reason, int attempt, Instant madeAt, Instant now, double random) {
        Instant next = now.plus(schedule.pause(attempt, random));
        return attempt >= maxAttempts || next.isAfter(madeAt.plus(maxAge))
                ? new Verdict.Dead(status, reason)
                : new Verdict.Retry(status, reason, next);
    }
}
