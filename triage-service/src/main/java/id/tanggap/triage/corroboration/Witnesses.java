package id.tanggap.triage.corroboration;

import id.tanggap.triage.call.CallEvidence;
import id.tanggap.triage.call.CallEvidenceStore;
import id.tanggap.triage.call.CallNearby;
import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.Corroboration;
import id.tanggap.triage.policy.Said;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds the calls near a call in place and time, and what they say of it. */
@ApplicationScoped
public class Witnesses {

    private final CallEvidenceStore calls;

    Witnesses(CallEvidenceStore calls) {
        this.calls = calls;
    }

    /** {@link Corroboration#NONE} for a call of which nobody knows where or when it is. */
    public Uni<Corroboration> of(Mutiny.Session session, CallEvidence call) {
        return near(session, call).map(others -> {
            Set<Kind> kinds = kinds(call.said());
            return others.isEmpty()
                    ? Corroboration.NONE
                    : CorroborationPolicy.of(
                            call.callerRef(),
                            kinds,
                            others.stream().map(other -> neighbour(call, other)).toList());
        });
    }

    /** What this call testifies to others, if it is a witness. */
    public Optional<Testimony> testimony(CallEvidence call) {
        return CorroborationPolicy.isWitness(call.said().reported(), call.disposition())
                ? call.callerRef().flatMap(caller -> call.position().flatMap(place -> call.startedAt()
                        .map(at -> new Testimony(caller, place, at, kinds(call.said())))))
                : Optional.empty();
    }

    /**
     * The newest calls nearby of which this call's changed testimony can change what is said: it speaks for them, and they
     * know of no more witnesses than count. In a disaster, all but the first and the last few have as many as that.
     *
     * <p>A crowd that becomes smaller by a report is not looked for: the call that it spoke against is looked at again with
     * each event of its own.
     */
    public Uni<List<String>> swayed(
            Mutiny.Session session, String callId, Optional<Testimony> before, Optional<Testimony> after, int most) {
        if (before.equals(after)) {
            return Uni.createFrom().item(List.of());
        }
        Testimony word = after.or(() -> before).orElseThrow();
        boolean gained = after.isPresent();
        return around(
                        session,
                        callId,
                        word.position(),
                        word.startedAt(),
                        gained ? 0 : 1,
                        gained ? CorroborationPolicy.MOST_WITNESSES - 1 : CorroborationPolicy.MOST_WITNESSES)
                .map(near -> near.stream()
                        .filter(word::speaksFor)
                        .limit(most)
                        .map(CallNearby::callId)
                        .toList());
    }

    private Uni<List<CallNearby>> near(Mutiny.Session session, CallEvidence call) {
        Optional<Position> position = call.position();
        Optional<Instant> started = call.startedAt();
        return position.isEmpty() || started.isEmpty()
                ? Uni.createFrom().item(List.of())
                : around(session, call.callId(), position.get(), started.get(), 0, Integer.MAX_VALUE);
    }

    /** Other calls near this place and time that know of {@code least} to {@code most} witnesses. */
    private Uni<List<CallNearby>> around(
            Mutiny.Session session, String exceptCall, Position place, Instant at, int least, int most) {
        return calls.around(
                session,
                exceptCall,
                place,
                CorroborationPolicy.NEAR_METRES,
                at.minus(CorroborationPolicy.WINDOW),
                at.plus(CorroborationPolicy.WINDOW),
                least,
                most);
    }

    private static Neighbour neighbour(CallEvidence call, CallNearby other) {
        return new Neighbour(
                other.callerRef(),
                call.position().orElseThrow().metresTo(other.position()),
                Duration.between(call.startedAt().orElseThrow(), other.startedAt())
                        .abs(),
                other.said().reported(),
                kinds(other.said()),
                other.disposition());
    }

    static Set<Kind> kinds(Said said) {
        return Kind.of(said.reported() ? Optional.of(said.indicators()) : Optional.empty());
    }
}
