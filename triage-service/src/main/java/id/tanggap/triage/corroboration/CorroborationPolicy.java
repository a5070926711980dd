package id.tanggap.triage.corroboration;

import id.tanggap.triage.policy.Corroboration;
import id.tanggap.triage.policy.Disposition;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Counts who else saw it. A witness is another caller, near in place and time, whose report an operator took and did not
 * find to be a hoax, of the same kind of matter. Handsets that only ring, stay silent or are found to be pranks at one spot
 * are a crowd, not witnesses, however many they are: many handsets in one schoolyard prove nothing.
 */
public final class CorroborationPolicy {

    /** Judgement: a flood or a crash is reported for about so long. */
    public static final Duration WINDOW = Duration.ofMinutes(45);

    /** Network positions in Jepara's calls have a radius of 1,500 m; two of them may be this far apart and be one place. */
    public static final double NEAR_METRES = 3_000;

    /** Closer than a position can tell apart: one spot. */
    static final double SPOT_METRES = 150;

    /** Judgement: a break in school, a bus ride. */
    static final Duration CROWD_WINDOW = Duration.ofMinutes(15);

    /** Another one changes nothing: rules ask for two, and the curves of models are flat from here on (Feature.INDEPENDENT). */
    public static final int MOST_WITNESSES = 3;

    private static final Set<Disposition> HOAX = EnumSet.of(Disposition.GHOST, Disposition.PRANK, Disposition.TEST);

    private CorroborationPolicy() {}

    /**
     * What the neighbours say of a call.
     *
     * @param own the call's caller, who cannot be their own witness
     * @param kinds what the call's report speaks of; empty while there is none, then any reported matter counts
     */
    public static Corroboration of(Optional<String> own, Set<Kind> kinds, List<Neighbour> neighbours) {
        long witnesses = neighbours.stream()
                .filter(CorroborationPolicy::isWitness)
                .filter(other -> speaksFor(other, own, kinds))
                .flatMap(other -> other.caller().stream())
                .distinct()
                .count();
        long crowd = neighbours.stream()
                .filter(other -> !isWitness(other) && other.metres() <= SPOT_METRES)
                .filter(other -> other.apart().compareTo(CROWD_WINDOW) <= 0)
                .map(other -> other.caller().orElse(""))
                .distinct()
                .count();
        return new Corroboration((int) witnesses, (int) crowd);
    }

    /** Whether a witness's report is about the same as a call of {@code own} that speaks of {@code kinds}. */
    static boolean speaksFor(Neighbour witness, Optional<String> own, Set<Kind> kinds) {
        return witness.metres() <= NEAR_METRES
                && (kinds.isEmpty() || witness.kinds().stream().anyMatch(kinds::contains))
                && witness.caller()
                        .filter(caller -> !own.equals(Optional.of(caller)))
                        .isPresent();
    }

    static boolean isWitness(Neighbour other) {
        return isWitness(other.reported(), other.disposition());
    }

    static boolean isWitness(boolean reported, Optional<Disposition> disposition) {
        return reported && disposition.filter(HOAX::contains).isEmpty();
    }
}
