package id.tanggap.notification.delivery.policy;

import id.tanggap.notification.subscription.policy.Urgency;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Decides whether a delivery has arrived, is tried again, goes over the next channel or is given up. Any 2xx is arrival and
 * 410 the end of a channel (Standard Webhooks), as is a recipient whom its server refuses; everything else may pass, so over
 * the last channel it is tried until the attempts or the time run out. What a channel kept back untried counts for nothing.
 *
 * @param usual for what has time
 * @param urgent for priorities that wait for nothing
 * @param escalation when it goes over the next channel, if there is one
 * @param maxAge no attempt begins later than this after the delivery was due
 */
public record DeliveryPolicy(Patience usual, Patience urgent, Escalation escalation, Duration maxAge) {

    /**
     * What was tried.
     *
     * @param attempt number of the attempt over this channel, from 1
     * @param priority 0..10
     * @param dueAt when it was first to go out
     * @param another whether there is another channel after this one
     * @param probe whether it only shows if its channel can come back
     */
    public record Tried(int attempt, int priority, Instant dueAt, boolean another, boolean probe) {

        private boolean urgent() {
            return Urgency.isUrgent(priority);
        }
    }

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
            when status == 410 -> end(Optional.of(status), FailureReason.GONE, tried);
            case AttemptResult.Answered(int status, String text)
            when status >= 300 && status < 400 ->
                again(Optional.of(status), FailureReason.REDIRECT, tried, now, random);
            case AttemptResult.Answered(int status, String text) ->
                again(Optional.of(status), FailureReason.HTTP_STATUS, tried, now, random);
            case AttemptResult.Failed(FailureReason reason)
            when reason == FailureReason.EXPIRED -> new Verdict.Dead(Optional.empty(), reason);
            case AttemptResult.Failed(FailureReason reason)
            when reason == FailureReason.RECIPIENT_REFUSED -> end(Optional.empty(), reason, tried);
            case AttemptResult.Failed(FailureReason reason)
            when reason.isUntried() -> keptBack(reason, tried, now, random);
            case AttemptResult.Failed(FailureReason reason)
            when reason == FailureReason.NOT_OFFERED && tried.another() ->
                new Verdict.NextChannel(Optional.empty(), reason);
            case AttemptResult.Failed(FailureReason reason) -> again(Optional.empty(), reason, tried, now, random);
        };
    }

    private Verdict again(Optional<Integer> status, FailureReason reason, Tried tried, Instant now, double random) {
        if (tried.another() && (tried.probe() || mustMove(tried, now))) {
            return new Verdict.NextChannel(status, reason);
        }
        Patience patience = patience(tried);
        Instant next = now.plus(patience.schedule().pause(tried.attempt(), random));
        return tried.attempt() >= patience.maxAttempts()
                        || next.isAfter(tried.dueAt().plus(maxAge))
                ? end(status, reason, tried)
                : new Verdict.Retry(status, reason, next);
    }

    /** What is urgent does not wait for a channel that is full or rests, if it can take another. */
    private Verdict keptBack(FailureReason reason, Tried tried, Instant now, double random) {
        if (tried.another() && (tried.urgent() || mustMove(tried, now))) {
            return new Verdict.NextChannel(Optional.empty(), reason);
        }
        Instant next = now.plus(patience(tried).schedule().pause(tried.attempt(), random));
        return next.isAfter(tried.dueAt().plus(maxAge))
                ? end(Optional.empty(), reason, tried)
                : new Verdict.KeptBack(reason, next);
    }

    private static Verdict end(Optional<Integer> status, FailureReason reason, Tried tried) {
        return tried.another() ? new Verdict.NextChannel(status, reason) : new Verdict.Dead(status, reason);
    }

    private boolean mustMove(Tried tried, Instant now) {
        return escalation.isDue(tried.urgent(), tried.attempt(), Duration.between(tried.dueAt(), now));
    }

    private Patience patience(Tried tried) {
        return tried.urgent() ? urgent : usual;
    }
}
