package id.tanggap.triage.policy;

import java.util.ArrayList;
import java.util.List;

/** Adds up contributions and keeps the reason of each, so that reasons and score cannot disagree. */
final class Tally {

    /** Contributions are shown in thousandths. */
    private static final double NEGLIGIBLE = 0.0005;

    private final List<Reason> reasons = new ArrayList<>();
    private double sum;

    /** Adds evidence; none is told where there is none. */
    void add(ReasonCode code, double contribution, Object... figures) {
        if (Math.abs(contribution) >= NEGLIGIBLE) {
            put(code, contribution, figures);
        }
    }

    /** Adds evidence that overrides all other: the sum ends at or below {@code ceiling}, a likelihood. */
    void override(ReasonCode code, double contribution, double ceiling) {
        put(code, Math.min(contribution, logit(ceiling) - sum));
    }

    /** Lowers the sum to {@code ceiling} if it is higher, and says why. */
    void hold(ReasonCode code, double ceiling) {
        add(code, Math.min(0, logit(ceiling) - sum));
    }

    double likelihood() {
        return Math.round(10_000 / (1 + Math.exp(-sum))) / 10_000.0;
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    private void put(ReasonCode code, double contribution, Object... figures) {
        sum += contribution;
        reasons.add(code.of(contribution, figures));
    }

    private static double logit(double likelihood) {
        return Math.log(likelihood / (1 - likelihood));
    }
}
