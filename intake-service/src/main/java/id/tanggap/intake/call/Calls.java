package id.tanggap.intake.call;

import id.tanggap.intake.call.policy.Signal;
import id.tanggap.intake.call.policy.Timeline;
import id.tanggap.intake.caller.CallerKind;
import id.tanggap.intake.caller.Fingerprints;
import id.tanggap.intake.config.AtRest;
import id.tanggap.intake.text.Json;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Changes calls. Every method is one transaction's work, may be repeated, and does not care what came first. */
@ApplicationScoped
public class Calls {

    private static final String SIGNALS = "from CallEvent e where e.callId = :call";

    private final CallLock lock;
    private final CallPublisher publisher;
    private final AnnouncementFollowUp followUp;
    private final Fingerprints fingerprints;
    private final Seal seal;
    private final Json json;
    private final Now now;

    Calls(
            CallLock lock,
            CallPublisher publisher,
            AnnouncementFollowUp followUp,
            Fingerprints fingerprints,
            @AtRest Seal seal,
            Json json,
            Now now) {
        this.lock = lock;
        this.publisher = publisher;
        this.followUp = followUp;
        this.fingerprints = fingerprints;
        this.seal = seal;
        this.json = json;
        this.now = now;
    }

    /** What became of an announcement. */
    public record Announced(Receipt receipt, boolean repeated) {}

    /** Takes in a call; a conflict problem if it was announced with other content before. */
    public Uni<Announced> announce(Mutiny.Session session, Announcement announcement) {
        Call announced = announced(announcement, now.get());
        return lock.take(session, announced).chain(call -> {
            if (call.isNew()) {
                return publisher
                        .tell(session, call, CallChange.RECEIVED, announced.announcedAt)
                        .replaceWith(new Announced(receipt(call), false));
            }
            return call.isAnnounced() ? repeated(call, announced) : announceLate(session, call, announced);
        });
    }

    private Uni<Announced> repeated(Call call, Call announced) {
        if (!call.announcement.equals(announced.announcement)) {
            throw Problem.of(ProblemType.CONFLICT, "Call " + call.callId + " was announced before with other content.");
        }
        return Uni.createFrom().item(new Announced(receipt(call), true));
    }

    /** What came before its announcement is in the call already. */
    private Uni<Announced> announceLate(Mutiny.Session session, Call call, Call announced) {
        Instant at = announced.announcedAt;
        call.announce(announced);
        return followUp.announced(session, call, at)
                .chain(() -> publisher.publish(session, call, CallChange.RECEIVED, at))
                .replaceWith(() -> new Announced(receipt(call), false));
    }

    private Call announced(Announcement announcement, Instant at) {
        var caller = announcement.caller();
        Call call = new Call();
        call.callId = announcement.callId();
        call.announcedAt = at;
        call.announcement = fingerprints.content(announcement.canonical());
        call.callerKind = caller.kind();
        call.callerRef = caller.kind() == CallerKind.SUBSCRIBER
                ? caller.number().map(fingerprints::callerRef).orElseThrow()
                : null;
        call.callerSealed = caller.number().map(seal::seal).orElse(null);
        call.called = announcement.called();
        call.startedAt = announcement.startedAt();
        call.location = json.write(announcement.location().orElse(null));
        return call;
    }

    private Receipt receipt(Call call) {
        return new Receipt(
                call.callId,
                call.callerKind,
                Optional.ofNullable(call.callerRef),
                call.called,
                call.startedAt,
                Optional.ofNullable(json.read(call.location, CallLocation.class)));
    }

    /** Takes in an event of a call; a conflict problem if this count was used for another one. */
    public Uni<Void> signal(Mutiny.Session session, String callId, Signal signal) {
        return lock.take(session, callId, signal.at())
                .chain(call -> session.find(CallEvent.class, new CallEvent.Key(callId, signal.seq()))
                        .chain(known -> {
                            if (known == null) {
                                return proceed(session, call, signal);
                            }
                            if (!known.says(signal)) {
                                throw Problem.of(
                                        ProblemType.CONFLICT,
                                        "Event " + signal.seq() + " of call " + callId + " was something else before.");
                            }
                            return Uni.createFrom().voidItem();
                        }));
    }

    private Uni<Void> proceed(Mutiny.Session session, Call call, Signal signal) {
        Instant at = now.get();
        return session.persist(new CallEvent(call.callId, signal, at))
                .chain(session::flush)
                .chain(() -> session.createQuery(SIGNALS, CallEvent.class)
                        .setParameter("call", call.callId)
                        .getResultList())
                .chain(events -> {
                    call.proceed(
                            Timeline.of(events.stream().map(CallEvent::signal).toList()));
                    return publisher.publish(session, call, CallChange.of(signal.type()), at);
                });
    }

    /** Records what a person found the call to be; a later word replaces an earlier one. */
    public Uni<Void> dispose(Mutiny.Session session, String callId, Disposition disposition, String by) {
        Instant at = now.get();
        return lock.take(session, callId, at).chain(call -> {
            if (call.disposition == disposition) {
                return Uni.createFrom().voidItem();
            }
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
