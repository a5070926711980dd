package id.tanggap.intake.call;

import id.tanggap.intake.call.policy.Signal;
import id.tanggap.intake.metrics.CallOutcomes;
import id.tanggap.intake.metrics.CallTimes;
import id.tanggap.platform.tx.AfterCommit;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Counts what becomes of calls once it is committed: under a call's lock each thing becomes known once, however often and in whatever
 * order it is told. Nothing is counted of a call before its announcement, for its start is not known.
 */
@ApplicationScoped
class CallWatch {

    private final AfterCommit afterCommit;
    private final CallTimes times;
    private final CallOutcomes outcomes;

    CallWatch(AfterCommit afterCommit, CallTimes times, CallOutcomes outcomes) {
        this.afterCommit = afterCommit;
        this.times = times;
        this.outcomes = outcomes;
    }

    /** A call is announced of which these events came before. Those that its start rules out tell of a wrong clock. */
    void announcedLate(Mutiny.Session session, Call call, List<Signal> told) {
        long ruledOut =
                told.stream().filter(signal -> !signal.canBeOf(call.startedAt)).count();
        if (ruledOut > 0) {
            afterCommit.run(session, () -> times.ruledOut(ruledOut));
        }
        proceeded(session, call, null, null);
    }

    /** An event has come; before it the call was answered and ended then, or not (null). */
    void proceeded(Mutiny.Session session, Call call, Instant answeredBefore, Instant endedBefore) {
        if (!call.isAnnounced()) {
            return;
        }
        if (answeredBefore == null && call.answeredAt != null && !call.isTest()) {
            Instant startedAt = call.startedAt;
            Instant answeredAt = call.answeredAt;
            afterCommit.run(session, () -> times.answered(startedAt, answeredAt));
        }
        if (endedBefore == null && call.endedAt != null) {
            CallStatus end = call.status;
            boolean test = call.isTest();
            afterCommit.run(session, () -> outcomes.ended(end, test));
        }
    }

    /** A person's word replaces the one before, if there was one. */
    void disposed(Mutiny.Session session, Optional<Disposition> before, Disposition now) {
        afterCommit.run(session, () -> outcomes.disposed(before, now));
    }
}
