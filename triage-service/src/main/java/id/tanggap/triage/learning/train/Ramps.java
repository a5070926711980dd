package id.tanggap.triage.learning.train;

import id.tanggap.triage.model.Curve;
import id.tanggap.triage.model.Dichotomy;
import id.tanggap.triage.model.Direction;
import id.tanggap.triage.model.Feature;
import id.tanggap.triage.model.Logit;
import java.util.EnumMap;
import java.util.List;

/**
 * Writes a piecewise-linear curve as a sum of ramps between neighbouring knots: a curve goes up where the weights of its
 * ramps are positive, so that a direction is a sign. Column 0 is the intercept.
 */
final class Ramps {

    /** Digits that are kept of a weight: beyond them a model file would only grow. */
    private static final double PRECISION = 1e6;

    private final List<Feature> features = Feature.all();
    private final int[] first = new int[features.size()];
    private final double[][] knots = new double[features.size()][];
    private final int columns;

    Ramps() {
        int column = 1;
        for (int f = 0; f < first.length; f++) {
            first[f] = column;
            knots[f] = features.get(f).knots();
            column += knots[f].length - 1;
        }
        columns = column;
    }

    int columns() {
        return columns;
    }

    /** Writes the values other than 0 of this vector's row; tells how many. */
    int row(double[] vector, int[] indices, double[] values) {
        indices[0] = 0;
        values[0] = 1;
        int size = 1;
        for (int f = 0; f < first.length; f++) {
            double x = vector[f];
            if (Double.isNaN(x)) {
                continue;
            }
            double[] k = knots[f];
            for (int j = 1; j < k.length; j++) {
                // A ramp counts from its value at 0, since nothing must add nothing.
                double value = share(x, k[j - 1], k[j]) - share(0, k[j - 1], k[j]);
                if (value != 0) {
                    indices[size] = first[f] + j - 1;
                    values[size++] = value;
                }
            }
        }
        return size;
    }

    /** The least, or else the greatest, value that each weight may take. */
    double[] bounds(Dichotomy dichotomy, Direction open) {
        double limit = open == Direction.DOWN ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        double[] bounds = new double[columns];
        bounds[0] = limit;
        for (int f = 0; f < first.length; f++) {
            Direction direction = features.get(f).direction(dichotomy);
            for (int j = 0; j < knots[f].length - 1; j++) {
                bounds[first[f] + j] = direction == Direction.FREE || direction == open ? limit : 0;
            }
        }
        return bounds;
    }

    Logit logit(double[] weights) {
        EnumMap<Feature, Curve> curves = new EnumMap<>(Feature.class);
        for (int f = 0; f < first.length; f++) {
            double[] values = new double[knots[f].length];
            boolean flat = true;
            double atZero = 0;
            for (int j = 1; j < values.length; j++) {
                double step = Math.rint(weights[first[f] + j - 1] * PRECISION) / PRECISION;
                flat &= step == 0;
                values[j] = values[j - 1] + step;
                atZero += step * share(0, knots[f][j - 1], knots[f][j]);
            }
            if (!flat) {
                for (int j = 0; j < values.length; j++) {
                    values[j] -= atZero;
                }
                curves.put(features.get(f), new Curve(knots[f], values));
            }
        }
        return new Logit(weights[0], curves);
    }

    private static double share(double x, double from, double to) {
        return Math.clamp((x - from) / (to - from), 0, 1);
    }
}
