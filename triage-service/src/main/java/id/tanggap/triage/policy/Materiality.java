package id.tanggap.triage.policy;

import java.util.List;

/** Whether a new score is worth telling: chunks of audio move it many times a second by nothing that anyone could use. */
public final class Materiality {

    /** What an operator notices (issue 3: "whenever it moves by 0.1"). */
    static final double LIVE_STEP = 0.1;

    /** A reason of less than this does not change what an operator would ask or do. Natural log-odds, judgement. */
    static final double NOTICED = 0.5;

    private Materiality() {}

    /** Whether a subscriber would decide or read differently; {@code live} while sound still comes. */
    public static boolean differs(Score before, Score now, boolean live) {
        if (before.band() != now.band() || before.confident() != now.confident()) {
            return true;
        }
        return live
                ? Math.abs(before.hoaxLikelihood() - now.hoaxLikelihood()) >= LIVE_STEP
                        || !noticed(now, 0).containsAll(noticed(before, NOTICED))
                        || !noticed(before, 0).containsAll(noticed(now, NOTICED))
                : !reasons(before).equals(reasons(now));
    }

    /** Codes of rules, and of reasons of at least this weight. One that only grew past it is no news: it was told before. */
    private static List<String> noticed(Score score, double weight) {
        return score.reasons().stream()
                .filter(reason -> ReasonCode.isRule(reason.code()) || Math.abs(reason.contribution()) >= weight)
                .map(Reason::code)
                .toList();
    }

    private static List<String> reasons(Score score) {
        return score.reasons().stream()
                .map(reason -> reason.code() + reason.contribution())
                .toList();
    }
}
