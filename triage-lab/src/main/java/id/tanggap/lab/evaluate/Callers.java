package id.tanggap.lab.evaluate;

import id.tanggap.lab.world.ObservedCall;
import id.tanggap.triage.caller.CallRates;
import id.tanggap.triage.caller.Decay;
import id.tanggap.triage.caller.PastCall;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is known of callers as triage keeps it; withheld and SIM-less numbers are {@link CallerRecord#UNKNOWN}. */
final class Callers {
    /** As {@code tanggap.triage.caller.half-life}. */
    private static final Decay DECAY = new Decay(Duration.ofDays(7));

    /** Newest dispositions of a caller that triage reads. */
    private static final int MOST = 50;

    private final Map<String, Deque<ObservedCall>> before = new HashMap<>();

    /** The caller's record at the start of this call, which is remembered for the next; calls come in time's order. */
    CallerRecord next(ObservedCall call) {
        if (call.caller().isEmpty()) {
            return CallerRecord.UNKNOWN;
        }
        Deque<ObservedCall> past = before.computeIfAbsent(call.caller().get(), none -> new ArrayDeque<>());
        Instant now = call.startedAt();
        while (!past.isEmpty() && past.getFirst().startedAt().isBefore(now.minus(DECAY.horizon()))) {
            past.removeFirst();
        }
        CallerRecord record = DECAY.of(said(past, now), rates(past, now), now);
        past.addLast(call);
        return record;
    }

    private static List<PastCall> said(Deque<ObservedCall> past, Instant now) {
        List<PastCall> said = new ArrayList<>();
        past.descendingIterator().forEachRemaining(call -> call.disposition()
                .filter(word -> !word.at().isAfter(now) && said.size() < MOST)
                .ifPresent(word ->
                        said.add(new PastCall(Disposition.valueOf(word.what().name()), word.at()))));
        return said;
    }

    private static CallRates rates(Deque<ObservedCall> past, Instant now) {
        long hour = 0;
        long day = 0;
        double all = 0;
        double abandoned = 0;
        for (ObservedCall call : past) {
            Duration age = Duration.between(call.startedAt(), now);
            double weight =
                    Math.pow(0.5, (double) age.toSeconds() / DECAY.halfLife().toSeconds());
            hour += age.compareTo(Duration.ofHours(1)) < 0 ? 1 : 0;
            day += age.compareTo(Duration.ofDays(1)) < 0 ? 1 : 0;
            all += weight;
            abandoned += call.abandoned() && !call.endedAt().isAfter(now) ? weight : 0;
        }
        return new CallRates(hour, day, !past.isEmpty(), all == 0 ? 0 : abandoned / all);
    }
}
