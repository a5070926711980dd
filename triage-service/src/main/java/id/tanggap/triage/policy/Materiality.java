package id.tanggap.triage.policy;

import java.util.List;

/** Whether a new score is worth telling: chunks of audio move it many times a second by nothing that anyone could use. */
public final class Materiality {

    /** A tenth is what an operator notices; a fiftieth keeps a curve smooth at a few events a call. Judgement. */
    static final double LIVE_STEP = 0.02;

    private Materiality() {}

    /** Whether a subscriber would decide or read differently; {@code live} while sound still comes. */
    public static boolean differs(Score before, Score now, boolean live) {
        if (before.band() != now.band()
                || before.confident() != now.confident()
                || !codes(before).equals(codes(now))) {
            return true;
        }
        return live
                ? Math.abs(before.hoaxLikelihood() - now.hoaxLikelihood()) >= LIVE_STEP
                : !contributions(before).equals(contributions(now));
    }

    private static List<String> codes(Score score) {
        return score.reasons().stream().map(Reason::code).toList();
    }

    private static List<Double> contributions(Score score) {
        return score.reasons().stream().map(Reason::contribution).toList();
    }
}
