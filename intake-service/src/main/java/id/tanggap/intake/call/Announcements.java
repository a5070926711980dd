package id.tanggap.intake.call;

import id.tanggap.intake.caller.CallerKind;
import id.tanggap.intake.caller.Fingerprints;
import id.tanggap.intake.config.AtRest;
import id.tanggap.intake.text.Json;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Takes in calls as the gateway announces them, each once. */
@ApplicationScoped
public class Announcements {

    private final Transactions transactions;
    private final CallMaker maker;
    private final CallLock lock;
    private final CallEvents events;
    private final CallPublisher publisher;
    private final AnnouncementFollowUp followUp;
    private final CallWatch watch;
    private final Fingerprints fingerprints;
    private final Seal seal;
    private final Json json;
    private final Now now;

    Announcements(
            Transactions transactions,
            CallMaker maker,
            CallLock lock,
            CallEvents events,
            CallPublisher publisher,
            AnnouncementFollowUp followUp,
            CallWatch watch,
            Fingerprints fingerprints,
            @AtRest Seal seal,
            Json json,
            Now now) {
        this.transactions = transactions;
        this.maker = maker;
        this.lock = lock;
        this.events = events;
        this.publisher = publisher;
        this.followUp = followUp;
        this.watch = watch;
        this.fingerprints = fingerprints;
        this.seal = seal;
        this.json = json;
        this.now = now;
    }

    /**
     * What became of an announcement.
     *
     * @param test whether the call is known to be a trial
     */
    public record Announced(Receipt receipt, boolean repeated, boolean test) {}

    /** Takes in a call: its item is on disk. A conflict problem if the call was announced with other content before. */
    public Uni<Announced> announce(Announcement announcement) {
        Call announced = announced(announcement, now.get());
        return transactions
                .inOneStatement(session -> maker.make(session, announced))
                .chain(made -> made
                        ? Uni.createFrom().item(new Announced(receipt(announced), false, false))
                        : transactions.inTransaction(session -> announceKnown(session, announced)));
    }

    /** Of a call that is known: announced before, or something else of it came first. */
    private Uni<Announced> announceKnown(Mutiny.Session session, Call announced) {
        return lock.take(session, announced.callId, announced.startedAt)
                .chain(call -> call.isAnnounced() ? repeated(call, announced) : announceLate(session, call, announced));
    }

    private Uni<Announced> repeated(Call call, Call announced) {
        if (!call.wasAnnouncedAs(announced)) {
            throw Problem.of(ProblemType.CONFLICT, "Call " + call.callId + " was announced before with other content.");
        }
        return Uni.createFrom().item(new Announced(receipt(call), true, call.isTest()));
    }

    /** What came before its announcement was kept, and is judged now: only the announcement says when the call started. */
    private Uni<Announced> announceLate(Mutiny.Session session, Call call, Call announced) {
        Instant at = announced.announcedAt;
        return events.of(session, call.callId)
                .chain(told -> {
                    call.announce(announced);
                    call.proceed(told);
                    watch.announcedLate(session, call, told);
                    return followUp.announced(session, call, at);
                })
                .chain(() -> publisher.publish(session, call, CallChange.RECEIVED, at))
                .replaceWith(() -> new Announced(receipt(call), false, call.isTest()));
    }

    private Call announced(Announcement announcement, Instant at) {
        var caller = announcement.caller();
        Call call = new Call();
        call.callId = announcement.callId();
        call.status = CallStatus.RINGING;
        call.version = 1;
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
}
