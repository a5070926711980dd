package id.tanggap.intake.call;

import id.tanggap.intake.call.policy.PlausibleTime;
import id.tanggap.intake.call.policy.Signal;
import id.tanggap.intake.text.Json;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes calls. Every method is one transaction's work, may be repeated, and does not care what came first. */
@ApplicationScoped
public class Calls {

    private final CallLock lock;
    private final CallEvents events;
    private final CallPublisher publisher;
    private final AnnouncementFollowUp followUp;
    private final CallWatch watch;
    private final Json json;
    private final Now now;

    Calls(
            CallLock lock,
            CallEvents events,
            CallPublisher publisher,
            AnnouncementFollowUp followUp,
            CallWatch watch,
            Json json,
            Now now) {
        this.lock = lock;
        this.events = events;
        this.publisher = publisher;
        this.followUp = followUp;
        this.watch = watch;
        this.json = json;
        this.now = now;
    }

    /**
     * Takes in an event of a call; a conflict problem if this count was used for another one, a validation problem if the call is
     * announced and started well after it. Of a call that is not, any event is kept: nobody knows yet which are of it.
     */
    public Uni<Void> signal(Mutiny.Session session, String callId, Signal signal) {
        return lock.take(session, callId, signal.at())
                .chain(call -> session.find(CallEvent.class, new CallEvent.Key(callId, signal.seq()))
                        .chain(known -> {
                            if (known == null) {
                                return proceed(session, call, signal);
                            }
                            if (!known.says(signal, call.isForgotten())) {
                                throw Problem.of(
                                        ProblemType.CONFLICT,
                                        "Event " + signal.seq() + " of call " + callId + " was something else before.");
                            }
                            return Uni.createFrom().voidItem();
                        }));
    }

    private Uni<Void> proceed(Mutiny.Session session, Call call, Signal signal) {
        if (call.isAnnounced()) {
            PlausibleTime.faultWithinCall(signal.at(), call.startedAt).ifPresent(fault -> {
                throw Problem.invalid("at", fault);
            });
        }
        Instant at = now.get();
        return session.persist(new CallEvent(call.callId, signal, at))
                .chain(session::flush)
                .chain(() -> events.of(session, call.callId))
                .chain(told -> {
                    Instant answeredBefore = call.answeredAt;
                    Instant endedBefore = call.endedAt;
                    call.proceed(told);
                    watch.proceeded(session, call, answeredBefore, endedBefore);
                    return publisher
                            .publish(session, call, CallChange.of(signal.type()), at)
                            .chain(() -> answeredBefore == null && call.answeredAt != null
                                    ? followUp.answered(session, call)
                                    : Uni.createFrom().voidItem());
                });
    }

    /** Records what a person found the call to be; a later word replaces an earlier one. */
    public Uni<Void> dispose(Mutiny.Session session, String callId, Disposition disposition, String by) {
        Instant at = now.get();
        return lock.take(session, callId, at).chain(call -> {
            if (call.disposition == disposition) {
                return Uni.createFrom().voidItem();
            }
            watch.disposed(session, Optional.ofNullable(call.disposition), disposition);
            call.dispose(disposition, by, at);
            return publisher.publish(session, call, CallChange.DISPOSITION, at);
        });
    }

    /** Keeps triage's newest word on a call for the consoles. */
    public Uni<Void> assess(Mutiny.Session session, String callId, Assessment assessment) {
        return lock.take(session, callId, assessment.assessedAt())
                .invoke(call -> call.assessment = json.write(assessment))
                .replaceWithVoid();
    }
}
