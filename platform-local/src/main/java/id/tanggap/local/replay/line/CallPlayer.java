package id.tanggap.local.replay.line;

import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.scenario.PlannedCall;
import java.time.Duration;
import java.time.Instant;

/** Plays one call from its start to the operator's last word on it, at the clock's pace or as fast as it is accepted. */
final class CallPlayer {
    /** Enough to hear what a call is; a real gateway sends all. */
    private static final int MOST_AUDIO_SECONDS = 20;

    private static final int SEQ_ANSWERED = 1;
    private static final int SEQ_DTMF = 2;
    private static final int SEQ_ENDED = 3;

    private final ReplayClock clock;
    private final Gateway gateway;
    private final OperatorDuty duty;
    private final OperatorDesk desk;
    private final RingBack ringBack;
    private final Ledger ledger;

    CallPlayer(
            ReplayClock clock,
            Gateway gateway,
            OperatorDuty duty,
            OperatorDesk desk,
            RingBack ringBack,
            Ledger ledger) {
        this.clock = clock;
        this.gateway = gateway;
        this.duty = duty;
        this.desk = desk;
        this.ringBack = ringBack;
        this.ledger = ledger;
    }

    /** What is not accepted is written to the ledger; nothing is thrown but interruption. */
    void play(String callId, PlannedCall call) throws InterruptedException {
        Habits habits = Habits.of(call);
        try {
            if (!habits.answersBeforeAnnouncing()) {
                announce(callId, call, habits);
            }
            if (call.abandoned()) {
                hangUpUnanswered(callId, call, habits);
            }
            if (habits.ringsBack()) {
                ringBack.await(callId);
            }
            String operator = desk.take();
            try {
                if (!call.abandoned()) {
                    talk(operator, callId, call, habits);
                }
                judge(operator, callId, call, habits);
            } finally {
                desk.release(operator);
            }
            ledger.played(callId);
        } catch (NotAccepted e) {
            ledger.refused(e.getMessage());
        }
    }

    private void announce(String callId, PlannedCall call, Habits habits) throws NotAccepted, InterruptedException {
        gateway.announce(callId, call);
        if (habits.announcesTwice()) {
            ledger.repeated();
            gateway.announce(callId, call);
        }
    }

    private void hangUpUnanswered(String callId, PlannedCall call, Habits habits)
            throws NotAccepted, InterruptedException {
        clock.await(call.rungUntil());
        gateway.event(callId, SEQ_ANSWERED, "ABANDONED", call.rungUntil());
        if (habits.answersBeforeAnnouncing()) {
            announce(callId, call, habits);
        }
    }

    private void talk(String operator, String callId, PlannedCall call, Habits habits)
            throws NotAccepted, InterruptedException {
        clock.await(call.rungUntil());
        if (!habits.endsBeforeAnswering()) {
            answer(callId, call, habits);
        }
        if (habits.answersBeforeAnnouncing()) {
            announce(callId, call, habits);
        }
        sound(callId, call, habits);
        if (!call.dtmf().isEmpty()) {
            gateway.dtmf(callId, SEQ_DTMF, call.dtmf(), at(call, 0.5));
        }
        if (call.report().isPresent()) {
            clock.await(at(call, 0.7));
            report(operator, callId, call, habits);
        }
        clock.await(call.endedAt());
        gateway.event(callId, SEQ_ENDED, "ENDED", call.endedAt());
        if (habits.endsBeforeAnswering()) {
            answer(callId, call, habits);
        }
    }

    private void answer(String callId, PlannedCall call, Habits habits) throws NotAccepted, InterruptedException {
        gateway.event(callId, SEQ_ANSWERED, "ANSWERED", call.rungUntil());
        if (habits.repeatsAnswer()) {
            ledger.repeated();
            gateway.event(callId, SEQ_ANSWERED, "ANSWERED", call.rungUntil());
        }
    }

    private void sound(String callId, PlannedCall call, Habits habits) throws NotAccepted, InterruptedException {
        int seconds = (int) Math.min(MOST_AUDIO_SECONDS, call.talk().toSeconds());
        for (int second = 0; second < seconds; second++) {
            clock.await(call.rungUntil().plusSeconds(second + 1));
            boolean swapped = habits.swapsAudio() && seconds >= 4 && (second == 2 || second == 3);
            gateway.audio(callId, call.sound(), swapped ? 5 - second : second);
            if (habits.repeatsAudio() && second == 1) {
                ledger.repeated();
                gateway.audio(callId, call.sound(), second);
            }
        }
    }

    private void report(String operator, String callId, PlannedCall call, Habits habits)
            throws NotAccepted, InterruptedException {
        duty.report(operator, callId, call, call.report().orElseThrow());
        if (habits.repeatsReport()) {
            ledger.repeated();
            duty.report(operator, callId, call, call.report().orElseThrow());
        }
    }

    private void judge(String operator, String callId, PlannedCall call, Habits habits)
            throws NotAccepted, InterruptedException {
        duty.disposition(operator, callId, call.kind().disposition());
        if (habits.repeatsDisposition()) {
            ledger.repeated();
            duty.disposition(operator, callId, call.kind().disposition());
        }
    }

    private static Instant at(PlannedCall call, double share) {
        return call.rungUntil().plus(Duration.ofMillis((long) (call.talk().toMillis() * share)));
    }
}
