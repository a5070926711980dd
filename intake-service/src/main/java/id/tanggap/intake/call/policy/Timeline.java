package id.tanggap.intake.call.policy;

import id.tanggap.intake.call.CallStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Folds the events of a call, however they arrived, into where the call stands. */
public final class Timeline {

    /** As many keys as consumers read: who leans on the keypad must not make the rest of the call unreadable to them. */
    public static final int MOST_KEYS = 200;

    private Timeline() {}

    /** The progress that these events amount to; the order of the collection does not matter. A call that has ended stays so. */
    public static Progress of(Collection<Signal> signals) {
        List<Signal> ordered =
                signals.stream().sorted(Comparator.comparingInt(Signal::seq)).toList();
        CallStatus status = CallStatus.RINGING;
        Instant answeredAt = null;
        Instant endedAt = null;
        String transferredTo = null;
        StringBuilder dtmf = new StringBuilder();
        for (Signal signal : ordered) {
            switch (signal.type()) {
                case ANSWERED -> {
                    answeredAt = answeredAt == null ? signal.at() : answeredAt;
                    status = endedAt == null ? CallStatus.ANSWERED : status;
                }
                case TRANSFERRED -> {
                    transferredTo = signal.transferTo();
                    status = endedAt == null ? CallStatus.TRANSFERRED : status;
                }
                case DTMF -> dtmf.append(signal.digits());
                case ENDED, ABANDONED -> {
                    if (endedAt == null) {
                        endedAt = signal.at();
                        status = CallStatus.valueOf(signal.type().name());
                    }
                }
            }
        }
        return new Progress(
                status,
                Optional.ofNullable(answeredAt),
                Optional.ofNullable(endedAt),
                dtmf.isEmpty() ? Optional.empty() : Optional.of(dtmf.substring(0, Math.min(dtmf.length(), MOST_KEYS))),
                Optional.ofNullable(transferredTo));
    }
}
