package id.tanggap.monitoring.level;

import java.util.List;

/**
 * A promise about what happens often enough, watched by how fast its budget of misses is used up.
 *
 * @param name as in the label {@code slo}
 * @param alert what is raised when the budget burns
 * @param promise the share that must be kept, 0 to 1
 * @param missed PromQL of the share that was missed within {@code $window}, 0 to 1
 * @param events PromQL of how many there were within {@code $window}
 * @param burns when somebody must know
 * @param summary in Indonesian, for whoever is woken
 * @param description in English
 */
public record Level(
        String name,
        String alert,
        double promise,
        String missed,
        String events,
        List<Burn> burns,
        String summary,
        String description) {

    /** A share of a histogram's observations above a bucket's bound, with the selector that both take, such as {@code x="y"}. */
    static String above(String histogram, String bound, String selector) {
        String more = selector.isEmpty() ? "" : "," + selector;
        return "1 - sum(increase(" + histogram + "_bucket{le=\"" + bound + "\"" + more + "}[$window]))" + " / "
                + count(histogram + "_count", selector);
    }

    static String count(String counter, String selector) {
        return "sum(increase(" + counter + (selector.isEmpty() ? "" : "{" + selector + "}") + "[$window]))";
    }

    /** The budget: what may be missed. */
    double budget() {
        return 1 - promise;
    }
}
