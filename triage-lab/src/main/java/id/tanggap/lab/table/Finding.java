package id.tanggap.lab.table;

import java.util.Locale;

/**
 * One line of the table.
 *
 * @param value in the goal's unit, NaN if it was not measured
 * @param goal in words, empty if nothing is demanded
 * @param met whether the value, not its interval, reaches the goal; never if it was not measured
 */
public record Finding(String code, String measure, double value, String shown, String goal, boolean met) {

    public static Finding of(String code, String measure, double value, String shown, Goal goal) {
        return new Finding(code, measure, value, shown, goal.said(), goal.met().test(value));
    }

    public static Finding missing(String code, String measure, String why, String goal) {
        return new Finding(code, measure, Double.NaN, "not measured: " + why, goal, false);
    }

    /** "met" or "MISSED", and neither where nothing was demanded or measured. */
    public String verdict() {
        return goal.isEmpty() || Double.isNaN(value) ? "" : met ? "met" : "MISSED";
    }

    /** Formatted as everywhere in the table, whatever the machine's language. */
    public static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
