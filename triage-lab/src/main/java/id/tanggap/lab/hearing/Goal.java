package id.tanggap.lab.hearing;

import java.util.function.DoublePredicate;

/** What issue 3 demands of a measure, in words and as a test; {@link #NONE} of what is only told. */
record Goal(String said, DoublePredicate met) {
    static final Goal NONE = new Goal("", value -> false);

    static Goal atLeast(double edge, String said) {
        return new Goal(">= " + said, value -> value >= edge);
    }

    static Goal atMost(double edge, String said) {
        return new Goal("<= " + said, value -> value <= edge);
    }
}
