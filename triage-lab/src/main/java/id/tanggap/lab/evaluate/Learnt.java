package id.tanggap.lab.evaluate;

import id.tanggap.lab.world.ObservedCall;
import id.tanggap.triage.learning.train.Label;
import id.tanggap.triage.learning.train.Sample;
import id.tanggap.triage.model.Feature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Labelled calls of one centre in the order of time, as triage would keep them to learn from. */
final class Learnt {
    private final List<Call> calls = new ArrayList<>();

    private record Call(Instant startedAt, List<Sample> samples) {}

    void add(EvidenceBuilder.Seen seen, Label label) {
        ObservedCall call = seen.call().observed();
        List<Moment> milestones =
                seen.moments().stream().filter(Moment::milestone).toList();
        calls.add(new Call(
                call.startedAt(),
                milestones.stream()
                        .map(moment -> new Sample(
                                Feature.vector(moment.evidence()),
                                label,
                                call.caller().orElse(call.callId()),
                                1.0 / milestones.size()))
                        .toList()));
    }

    List<Sample> samples() {
        return calls.stream().flatMap(call -> call.samples().stream()).toList();
    }

    Learnt since(Instant from) {
        Learnt recent = new Learnt();
        calls.stream().filter(call -> !call.startedAt().isBefore(from)).forEach(recent.calls::add);
        return recent;
    }

    int calls() {
        return calls.size();
    }

    /** When the first of them began. */
    Instant first() {
        return calls.getFirst().startedAt();
    }
}
