package id.tanggap.triage.model;

import java.util.Arrays;

/**
 * A piecewise-linear function, constant beyond its knots and 0 at 0, in natural log-odds.
 *
 * @param knots strictly rising
 * @param values one for each knot
 */
public record Curve(double[] knots, double[] values) {

    /** A step within this of 0 is the rounding of sums, not a direction. */
    private static final double ROUNDING = 1e-12;

    double at(double x) {
        if (x <= knots[0]) {
            return values[0];
        }
        for (int i = 1; i < knots.length; i++) {
            if (x < knots[i]) {
                double share = (x - knots[i - 1]) / (knots[i] - knots[i - 1]);
                return values[i - 1] + share * (values[i] - values[i - 1]);
            }
        }
        return values[values.length - 1];
    }

    Curve times(double factor) {
        return new Curve(
                knots.clone(),
                Arrays.stream(values).map(value -> value * factor).toArray());
    }

    /** Refuses a curve that is none, that adds something for nothing, or that goes where sense says it cannot. */
    void check(Direction direction, String name) {
        if (knots == null || values == null || knots.length < 2 || knots.length != values.length) {
            throw new BrokenModelException(name + ": needs two knots or more and a value for each");
        }
        for (int i = 0; i < knots.length; i++) {
            if (!Double.isFinite(knots[i]) || !Double.isFinite(values[i])) {
                throw new BrokenModelException(name + ": a number is not finite");
            }
            if (i > 0 && knots[i] <= knots[i - 1]) {
                throw new BrokenModelException(name + ": knots do not rise");
            }
            double step = i == 0 ? 0 : values[i] - values[i - 1];
            if (Math.abs(step) > ROUNDING && !direction.allows(step)) {
                throw new BrokenModelException(name + ": must not go " + (step > 0 ? "up" : "down"));
            }
        }
        if (Math.abs(at(0)) > ROUNDING) {
            throw new BrokenModelException(name + ": nothing must add nothing, but adds " + at(0));
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Curve(double[] k, double[] v) && Arrays.equals(knots, k) && Arrays.equals(values, v);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(knots) + Arrays.hashCode(values);
    }
}
