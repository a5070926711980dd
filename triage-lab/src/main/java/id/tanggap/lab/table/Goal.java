package id.tanggap.lab.table;

import java.util.function.DoublePredicate;

/** What issue 3 demands of a measure, in words and as a test; {@link #NONE} of what is only told. */
public record Goal(String said, DoublePredicate met) {
    public static final Goal NONE = new Goal("", value -> false);

    /** Not one. */
    public static final Goal ZERO = new Goal("none", value -> value <= 0);

    public static Goal atLeast(double edge, String said) {
        return new Goal(">= " + said, value -> value >= edge);
    }

    public static Goal atMost(double edge, String said) {
        return new Goal("<= " + said, value -> value <= edge);
    }
}
