package id.tanggap.triage.priority.policy;

import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Who would have been missed: replays the rule over past calls as if each proposal had been confirmed at once, the worst
 * case for the callers.
 */
public final class WhatIf {

    private final RestrictionRule rule;
    private final Duration length;
    private final Memory memory;

    public WhatIf(RestrictionRule rule, Duration length, Memory memory) {
        this.rule = rule;
        this.length = length;
        this.memory = memory;
    }

    /** What a caller's past calls amount to at that moment. */
    public interface Memory {
        CallerRecord of(List<Past> before, Instant now);
    }

    /** A call of the past; {@code genuine} if an operator reported or said so, or agencies found what it told of. */
    public record Past(
            String callId,
            String callerRef,
            Instant startedAt,
            Optional<Disposition> disposition,
            Optional<Instant> disposedAt,
            boolean genuine) {}

    /** A genuine call that would have been answered later. */
    public record Missed(String callId, Instant startedAt, Instant restrictedSince) {}

    /**
     * What the rule would have done.
     *
     * @param calls all calls in the period
     * @param restrictions proposals that the rule would have made
     * @param callers whom they would have met
     * @param answeredLater calls that would have been answered after others
     * @param missed the genuine ones among them
     */
    public record Result(int calls, int restrictions, int callers, int answeredLater, List<Missed> missed) {}

    /** The rule over {@code calls}; those before {@code from} only count as past. */
    public Result replay(List<Past> calls, Instant from) {
        Map<String, List<Past>> byCaller = new TreeMap<>();
        calls.forEach(call -> byCaller.computeIfAbsent(call.callerRef(), ref -> new ArrayList<>())
                .add(call));
        int restrictions = 0;
        int callers = 0;
        int later = 0;
        List<Missed> missed = new ArrayList<>();
        for (List<Past> own : byCaller.values()) {
            Caller caller = new Caller(own, from);
            restrictions += caller.restrictions;
            callers += caller.restrictions > 0 ? 1 : 0;
            later += caller.later;
            missed.addAll(caller.missed);
        }
        missed.sort(Comparator.comparing(Missed::startedAt).thenComparing(Missed::callId));
        int within = (int)
                calls.stream().filter(call -> !call.startedAt().isBefore(from)).count();
        return new Result(within, restrictions, callers, later, missed);
    }

    /** Something that happens: a call comes in, or is disposed of. */
    private record Moment(Instant at, Past call, boolean disposed) {}

    private final class Caller {

        private final List<Past> disposed = new ArrayList<>();
        private final List<Missed> missed = new ArrayList<>();
        private Instant since = Instant.MIN;
        private Instant until = Instant.MIN;
        private int restrictions;
        private int later;

        Caller(List<Past> own, Instant from) {
            List<Moment> moments = new ArrayList<>();
            own.forEach(call -> {
                moments.add(new Moment(call.startedAt(), call, false));
                call.disposedAt().ifPresent(at -> moments.add(new Moment(at, call, true)));
            });
            moments.sort(Comparator.comparing(Moment::at).thenComparing(Moment::disposed));
            for (Moment moment : moments) {
                if (moment.disposed()) {
                    dispose(moment, from);
                } else if (!moment.at().isBefore(from)) {
                    call(moment);
                }
            }
        }

        private void call(Moment moment) {
            if (!moment.at().isBefore(until)) {
                return;
            }
            later++;
            if (moment.call().genuine()) {
                missed.add(new Missed(moment.call().callId(), moment.at(), since));
                until = Instant.MIN;
            }
        }

        private void dispose(Moment moment, Instant from) {
            Past call = moment.call();
            if (call.genuine()) {
                until = Instant.MIN;
            } else if (!moment.at().isBefore(from)
                    && !moment.at().isBefore(until)
                    && call.disposition()
                            .filter(what -> rule.fires(memory.of(disposed, moment.at()), what))
                            .isPresent()) {
                restrictions++;
                since = moment.at();
                until = since.plus(length);
            }
            disposed.add(call);
        }
    }
}
