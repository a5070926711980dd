package id.tanggap.intake.call.policy;

import id.tanggap.intake.call.CallStatus;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Folds the events of a call, however they arrived, into where the call stands. */
public final class Timeline {

    /** Keys that anybody means: a service code or a choice of a menu. What a pocket presses beyond them says nothing. */
    static final int MOST_KEYS = 128;

    private Timeline() {}

    /** The progress of a call that started then: as of its events, without what cannot be of it. */
    public static Progress since(Instant startedAt, Collection<Signal> signals) {
        return of(signals.stream().filter(signal -> signal.canBeOf(startedAt)).toList());
    }

    /** The progress that these events amount to while nobody knows when their call started; the order of the collection does not matter. A call that has ended stays so. */
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
                case DTMF -> dtmf.append(Objects.requireNonNullElse(signal.digits(), ""));
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
