package id.tanggap.lab.evaluate;

import id.tanggap.lab.world.ObservedCall;
import id.tanggap.triage.corroboration.CorroborationPolicy;
import id.tanggap.triage.corroboration.Kind;
import id.tanggap.triage.corroboration.Neighbour;
import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.Corroboration;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.Said;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What calls near in place and time say of a call at a moment, by triage's own {@link CorroborationPolicy}. */
final class Nearby {
    private final List<ObservedCall> calls;
    private final Reports reports;

    /** Of calls in the order of their start. */
    Nearby(List<ObservedCall> calls, Reports reports) {
        this.calls = calls;
        this.reports = reports;
    }

    Corroboration of(int index, Instant now) {
        ObservedCall call = calls.get(index);
        List<Neighbour> near = new ArrayList<>();
        for (int i = index - 1; i >= 0 && apart(call, calls.get(i)).compareTo(CorroborationPolicy.WINDOW) <= 0; i--) {
            add(near, call, calls.get(i), now);
        }
        for (int i = index + 1; i < calls.size() && !calls.get(i).startedAt().isAfter(now); i++) {
            add(near, call, calls.get(i), now);
        }
        return near.isEmpty()
                ? Corroboration.NONE
                : CorroborationPolicy.of(call.caller(), kinds(reports.of(call, now)), near);
    }

    private void add(List<Neighbour> near, ObservedCall call, ObservedCall other, Instant now) {
        double metres = position(call).metresTo(position(other));
        if (metres > CorroborationPolicy.NEAR_METRES) {
            return;
        }
        Said said = reports.of(other, now);
        near.add(new Neighbour(
                other.caller(),
                metres,
                apart(call, other),
                said.reported(),
                kinds(said),
                other.disposition()
                        .filter(word -> !word.at().isAfter(now))
                        .map(word -> Disposition.valueOf(word.what().name()))));
    }

    private static Set<Kind> kinds(Said said) {
        return Kind.of(said.reported() ? Optional.of(said.indicators()) : Optional.empty());
    }

    private static Duration apart(ObservedCall call, ObservedCall other) {
        return Duration.between(call.startedAt(), other.startedAt()).abs();
    }

    private static Position position(ObservedCall call) {
        return new Position(call.place().lat(), call.place().lon());
    }
}
