package id.tanggap.lab.evaluate;

import id.tanggap.lab.statistics.Interval;
import id.tanggap.lab.statistics.Proportion;
import id.tanggap.lab.table.Finding;
import java.util.List;

/**
 * What the silent-call procedure does to a centre's calls: how well it knows silence, and what it costs those who have a need
 * and are slow to speak.
 *
 * @param voiceless of the calls handed over, share in which nobody speaks from beginning to end
 * @param found share of such calls that are handed over while they last
 * @param knownMs median time from the answer to their hand-over
 * @param genuine of genuine calls, those handed over
 * @param waitMs for each of these that gives a sign of life later, from the sign to the word that a person is needed, or to
 *     the end where that word never came; sorted
 * @param unheard how many of them ended without that word
 */
record HandOvers(
        Interval voiceless, double found, double knownMs, Interval genuine, List<Integer> waitMs, long unheard) {

    static HandOvers of(List<Watched> calls) {
        long handed = Measures.count(calls, HandOvers::happened);
        long silent = Measures.count(calls, Watched::voiceless);
        long both = Measures.count(calls, call -> call.voiceless() && happened(call));
        int[] known = calls.stream()
                .filter(Watched::voiceless)
                .mapToInt(call -> call.handOver().takenMs())
                .sorted()
                .toArray();
        List<Watched> answered = calls.stream()
                .filter(call -> call.genuine() && happened(call) && call.signOfLifeMs() != Watched.NEVER)
                .toList();
        return new HandOvers(
                Proportion.clopperPearson(both, Math.max(1, handed)),
                (double) both / Math.max(1, silent),
                known.length == 0 || known[known.length / 2] == Watched.NEVER
                        ? Double.POSITIVE_INFINITY
                        : known[known.length / 2],
                Proportion.clopperPearson(
                        Measures.count(calls, call -> call.genuine() && happened(call)),
                        Math.max(1, Measures.count(calls, Watched::genuine))),
                answered.stream().map(HandOvers::waited).sorted().toList(),
                Measures.count(answered, call -> call.handOver().backMs() == Watched.NEVER));
    }

    List<String> lines() {
        return List.of(
                Finding.text(
                        "%.1f%% of them (%.1f to %.1f) stay without a voice; of the calls without a voice %.1f%% are handed over, half of all by %.1f s.",
                        100 * voiceless.estimate(),
                        100 * voiceless.low(),
                        100 * voiceless.high(),
                        100 * found,
                        knownMs / 1_000),
                Finding.text(
                        "Of 1,000 genuine calls %.0f (%.0f to %.0f) are handed over; once they speak, cry, press or tap a person is called after %.1f s (median), %.1f s (95%%);",
                        1_000 * genuine.estimate(),
                        1_000 * genuine.low(),
                        1_000 * genuine.high(),
                        quantile(0.5) / 1_000.0,
                        quantile(0.95) / 1_000.0),
                Finding.text(
                        "%d of %d ended before their sign was noticed: the procedure rings those back.",
                        unheard, waitMs.size()));
    }

    /** The price for those who are slow to speak, in figures alone. */
    String slow() {
        return Finding.text(
                "%.0f / 1.000; 50%%: %.1f s, 95%%: %.1f s",
                1_000 * genuine.estimate(), quantile(0.5) / 1_000.0, quantile(0.95) / 1_000.0);
    }

    private int quantile(double share) {
        return waitMs.isEmpty() ? 0 : waitMs.get((int) Math.min(waitMs.size() - 1, share * waitMs.size()));
    }

    private static int waited(Watched call) {
        int talk = (int) call.talk().toMillis();
        return Math.max(0, Math.min(call.handOver().backMs(), talk) - call.signOfLifeMs());
    }

    private static boolean happened(Watched call) {
        return call.handOver().happened();
    }
}
