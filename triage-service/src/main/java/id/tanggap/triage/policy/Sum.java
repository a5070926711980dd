package id.tanggap.triage.policy;

import java.util.ArrayList;
import java.util.List;

/** Adds up reasons in whole thousandths of log-odds, so that reasons and score cannot disagree. */
final class Sum {

    private final List<Reason> reasons;
    private long thousandths;
    private boolean ruled;
    private boolean doubted;

    Sum(List<Reason> opinion) {
        reasons = new ArrayList<>(opinion);
        thousandths = opinion.stream().mapToLong(Reason::thousandths).sum();
    }

    void add(ReasonCode code, double contribution) {
        put(code, Math.round(contribution * 1_000));
    }

    /** A rule applies: it is named, and the likelihood is at or below {@code ceiling} from here on. */
    void rule(ReasonCode code, double ceiling) {
        put(code, Math.min(0, lowered(ceiling)));
        ruled = true;
    }

    /** Lowers the likelihood to {@code ceiling} and says why; silent if it is there already. */
    void hold(ReasonCode code, double ceiling) {
        long step = lowered(ceiling);
        if (step < 0) {
            put(code, step);
        }
    }

    /**
     * The likelihood may be as high as it is, and still this call is not to be treated as a hoax; silent if nobody would.
     * What is so of a hundred such calls is one thing, what may be done to one of them another.
     */
    void doubt(ReasonCode code) {
        if (Band.of(likelihood()) == Band.LIKELY_HOAX) {
            put(code, 0);
            doubted = true;
        }
    }

    Band band() {
        Band band = Band.of(likelihood());
        return doubted && band == Band.LIKELY_HOAX ? Band.UNSURE : band;
    }

    /** Whether a rule spoke for the caller. */
    boolean ruled() {
        return ruled;
    }

    /** Rounded to ten-thousandths. */
    double likelihood() {
        return Math.round(10_000 / (1 + Math.exp(-thousandths / 1_000.0))) / 10_000.0;
    }

    List<Reason> reasons() {
        return List.copyOf(reasons);
    }

    private long lowered(double ceiling) {
        return (long) Math.floor(1_000 * Math.log(ceiling / (1 - ceiling))) - thousandths;
    }

    private void put(ReasonCode code, long step) {
        thousandths += step;
        reasons.add(code.of(step, ""));
    }
}
