package id.tanggap.ticket.incident.policy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How likely two tickets are of one incident: a logistic sum of what speaks for it and against it. All weights are ours, set by
 * the table of examples in its test, and not learnt: there are no labelled pairs yet. It suggests; a person merges.
 */
public final class LikenessPolicy {

    /** From here on two tickets are suggested. */
    public static final double SUGGESTED = 0.3;

    /** Two tickets of a quiet day are of two incidents. */
    private static final double PRIOR = -2.5;

    private static final double METRES_PER_DEGREE = 111_195;

    private LikenessPolicy() {}

    /** A likelihood 0 to 1 and what it comes of, the strongest first. */
    public record Likeness(double probability, OptionalDouble metres, long minutes, List<LikenessReason> reasons) {}

    private record Weight(LikenessReason reason, double logOdds) {}

    /** The likeness of two tickets, the same whichever is named first. */
    public static Likeness of(Sighting one, Sighting other) {
        OptionalDouble metres = metres(one, other);
        Duration apart = Duration.between(one.reportedAt(), other.reportedAt()).abs();
        List<Weight> weights = new ArrayList<>(List.of(category(one, other), place(one, other, metres), time(apart)));
        if (one.caller().isPresent() && one.caller().equals(other.caller())) {
            weights.add(new Weight(LikenessReason.SAME_CALLER, 1.5));
        }
        double sum = PRIOR + weights.stream().mapToDouble(Weight::logOdds).sum();
        return new Likeness(
                1 / (1 + Math.exp(-sum)),
                metres,
                apart.toMinutes(),
                weights.stream()
                        .sorted((a, b) -> Double.compare(Math.abs(b.logOdds()), Math.abs(a.logOdds())))
                        .map(Weight::reason)
                        .toList());
    }

    private static Weight category(Sighting one, Sighting other) {
        if (one.path().getFirst().equals(other.path().getFirst())) {
            return new Weight(LikenessReason.SAME_CATEGORY, 1.5);
        }
        return one.path().getLast().equals(other.path().getLast())
                ? new Weight(LikenessReason.RELATED_CATEGORY, 0.7)
                : new Weight(LikenessReason.OTHER_CATEGORY, -1);
    }

    /** A caller sees a fire from some hundred metres, and a telephone's own position is seldom better. */
    private static Weight place(Sighting one, Sighting other, OptionalDouble metres) {
        if (metres.isPresent()) {
            double distance = metres.getAsDouble();
            if (distance <= 250) {
                return new Weight(LikenessReason.AT_THE_PLACE, 2.5);
            }
            return distance <= 1_000 ? new Weight(LikenessReason.NEAR, 0.7) : new Weight(LikenessReason.FAR, -4);
        }
        if (same(one.desa(), other.desa())) {
            return new Weight(LikenessReason.SAME_DESA, 1);
        }
        if (differ(one.kecamatan(), other.kecamatan()) || differ(one.desa(), other.desa())) {
            return new Weight(LikenessReason.FAR, -4);
        }
        return same(one.kecamatan(), other.kecamatan())
                ? new Weight(LikenessReason.SAME_KECAMATAN, -0.3)
                : new Weight(LikenessReason.PLACE_UNKNOWN, -1);
    }

    private static Weight time(Duration apart) {
        if (apart.toMinutes() <= 20) {
            return new Weight(LikenessReason.SAME_TIME, 1);
        }
        return apart.toMinutes() <= 60
                ? new Weight(LikenessReason.LATER, -0.3)
                : new Weight(LikenessReason.LATER, -1.5);
    }

    private static boolean same(Optional<String> one, Optional<String> other) {
        return one.isPresent() && one.equals(other);
    }

    private static boolean differ(Optional<String> one, Optional<String> other) {
        return one.isPresent() && other.isPresent() && !one.equals(other);
    }

    /** Equirectangular: within a regency less than a metre in a hundred wrong. */
    private static OptionalDouble metres(Sighting one, Sighting other) {
        if (one.lat() == null || other.lat() == null || one.lon() == null || other.lon() == null) {
            return OptionalDouble.empty();
        }
        double north = one.lat() - other.lat();
        double east = (one.lon() - other.lon()) * Math.cos(Math.toRadians(one.lat()));
        return OptionalDouble.of(Math.hypot(north, east) * METRES_PER_DEGREE);
    }
}
