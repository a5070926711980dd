package id.tanggap.lab.evaluate;

import id.tanggap.lab.world.LineIdentity;
import id.tanggap.lab.world.ObservedCall;
import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.triage.policy.CallStatus;
import id.tanggap.triage.policy.CallerKind;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Evidence;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Turns observed calls into triage's evidence, call by call in the order of time; it never reads a call's truth. */
final class EvidenceBuilder {
    /** Triage tells of a call whenever it moves; these seconds stand for that, beside 3, 5 and 10 s and the end. */
    private static final List<Integer> SECONDS = List.of(3, 4, 5, 6, 7, 8, 10, 12, 15, 20, 30);

    private static final Set<Integer> MILESTONES = Set.of(3, 5, 10);

    private final List<SimulatedCall> calls;
    private final boolean perfect;
    private final SplittableRandom mistakes;
    private final Reports reports = new Reports();
    private final Nearby nearby;
    private final Callers callers = new Callers();

    /** With an ear that errs, by the seed. */
    static EvidenceBuilder of(List<SimulatedCall> calls, long seed) {
        return new EvidenceBuilder(calls, false, seed);
    }

    /** With an ear that never errs, for tests. */
    static EvidenceBuilder perfect(List<SimulatedCall> calls) {
        return new EvidenceBuilder(calls, true, 0);
    }

    private EvidenceBuilder(List<SimulatedCall> calls, boolean perfect, long seed) {
        this.calls = calls;
        this.perfect = perfect;
        this.mistakes = new SplittableRandom(seed);
        this.nearby = new Nearby(calls.stream().map(SimulatedCall::observed).toList(), reports);
    }

    /**
     * An answered call as triage comes to know it.
     *
     * @param moments the end last
     */
    record Seen(SimulatedCall call, List<Moment> moments, Supplier<HandOver> following) {

        /** Follows the call through the procedure, which takes longer than all else: whoever only learns does not ask. */
        HandOver handOver() {
            return following.get();
        }
    }

    /** Each answered call. */
    void each(Consumer<Seen> reader) {
        for (int i = 0; i < calls.size(); i++) {
            CallerRecord record = callers.next(calls.get(i).observed());
            if (!calls.get(i).observed().abandoned()) {
                reader.accept(seen(i, record));
            }
        }
    }

    private Seen seen(int index, CallerRecord record) {
        ObservedCall call = calls.get(index).observed();
        SplittableRandom own = mistakes.split();
        Ear ear = new Ear(call.track(), perfect ? () -> 1 : own::nextDouble);
        int talk = (int) call.talk().toMillis();
        return new Seen(
                calls.get(index),
                moments(index, record, ear, talk),
                () -> HandOver.of(
                        call.answeredAt().orElseThrow(), talk, ms -> evidence(index, record, ear, ms, false)));
    }

    private List<Moment> moments(int index, CallerRecord record, Ear ear, int talk) {
        List<Moment> moments = new ArrayList<>();
        for (int second : SECONDS) {
            if (1000 * second < talk) {
                moments.add(new Moment(
                        1000 * second,
                        MILESTONES.contains(second),
                        evidence(index, record, ear, 1000 * second, false)));
            }
        }
        moments.add(new Moment(talk, true, evidence(index, record, ear, talk, true)));
        return moments;
    }

    private Evidence evidence(int index, CallerRecord record, Ear ear, int ms, boolean over) {
        ObservedCall call = calls.get(index).observed();
        Instant now = call.answeredAt().orElseThrow().plusMillis(ms);
        return new Evidence(
                kind(call.identity()),
                over ? CallStatus.ENDED : CallStatus.ANSWERED,
                true,
                Duration.ofMillis(ms),
                over ? Duration.ofMillis(ms) : Duration.ZERO,
                "",
                ear.until(ms),
                reports.of(call, now),
                Optional.empty(),
                record,
                nearby.of(index, now));
    }

    private static CallerKind kind(LineIdentity identity) {
        return switch (identity) {
            case SUBSCRIBER -> CallerKind.SUBSCRIBER;
            case WITHHELD -> CallerKind.WITHHELD;
            // What intake tells of a handset without a SIM: no number that could be parsed.
            case SIM_LESS -> CallerKind.UNPARSEABLE;
        };
    }
}
