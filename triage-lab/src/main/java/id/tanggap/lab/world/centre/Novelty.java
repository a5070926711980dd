package id.tanggap.lab.world.centre;

import id.tanggap.lab.world.Kind;

/**
 * A new line is tried out: on its first day calls come so many times as often as later, and the excess halves with time.
 *
 * @param hoaxes factor on pranks, silent calls and trials on the first day
 * @param others factor on everything else on the first day
 * @param halfLifeDays of the excess
 */
public record Novelty(double hoaxes, double others, double halfLifeDays) {
    /** A line that has been open for years. */
    public static final Novelty GONE = new Novelty(1, 1, 1);

    /** The factor so many days after the opening. */
    public double factor(Kind kind, double days) {
        double first = kind.hoax() || kind == Kind.TEST ? hoaxes : others;
        return 1 + (first - 1) * Math.pow(0.5, Math.max(0, days) / halfLifeDays);
    }
}
