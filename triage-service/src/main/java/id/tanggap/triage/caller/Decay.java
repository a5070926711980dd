package id.tanggap.triage.caller;

import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.FieldOutcome;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Forgets a caller's past exponentially, so that nothing is held against a number for ever.
 *
 * @param halfLife after which a past call weighs half
 */
public record Decay(Duration halfLife) {

    /** Then a past call weighs less than one in two hundred. */
    private static final int HALF_LIVES_READ = 8;

    /** What is older than this is not read any more. */
    public Duration horizon() {
        return halfLife.multipliedBy(HALF_LIVES_READ);
    }

    /** The decayed record of what operators said alone. */
    public CallerRecord of(List<PastCall> past, Instant now) {
        return of(past, CallRates.NONE, now);
    }

    /** The decayed record as of {@code now}; a call later than that counts as new. */
    public CallerRecord of(List<PastCall> past, CallRates rates, Instant now) {
        return new CallerRecord(
                true,
                said(past, Disposition.GHOST, now),
                said(past, Disposition.PRANK, now),
                said(past, Disposition.TEST, now),
                said(past, Disposition.INFORMATION, now),
                said(past, Disposition.NORMAL, now),
                found(past, FieldOutcome.FOUND, now),
                found(past, FieldOutcome.NOTHING_THERE, now),
                rates.lastHour(),
                rates.lastDay(),
                rates.abandonedShare(),
                past.isEmpty() && !rates.any());
    }

    private double said(List<PastCall> past, Disposition what, Instant now) {
        return sum(past, call -> call.counted().equals(Optional.of(what)), now);
    }

    private double found(List<PastCall> past, FieldOutcome what, Instant now) {
        return sum(past, call -> call.outcome().equals(Optional.of(what)), now);
    }

    private double sum(List<PastCall> past, Predicate<PastCall> which, Instant now) {
        return past.stream()
                .filter(which)
                .mapToDouble(call -> weight(Duration.between(call.at(), now)))
                // Added up one after the other, as the trained model has learnt it: sum() would round otherwise.
                .reduce(0, Double::sum);
    }

    private double weight(Duration age) {
        double halfLives = (double) age.toSeconds() / halfLife.toSeconds();
        return halfLives <= 0 ? 1 : Math.pow(0.5, halfLives);
    }
}
