package id.tanggap.triage.audio.train;

import java.util.Arrays;
import java.util.List;

/**
 * Fits a weighted sum to yes and no: logistic regression with a ridge, by Newton's method on standardised features and,
 * where wanted, their squares, so that something may be likeliest in the middle.
 */
final class Logistic {

    private static final int STEPS = 12;

    private Logistic() {}

    /** One case: its features, what it is, and how much it counts. */
    record Case(float[] features, boolean yes, double weight) {}

    /** The constant, then a weight for each feature, then one for the square of each. */
    static double[] fit(List<Case> cases, double ridge) {
        return fit(cases, ridge, true);
    }

    /** The constant, then a weight for each feature. */
    static double[] linear(List<Case> cases, double ridge) {
        return fit(cases, ridge, false);
    }

    private static double[] fit(List<Case> cases, double ridge, boolean squares) {
        int plain = cases.getFirst().features().length;
        int count = squares ? 2 * plain : plain;
        double[][] rows = new double[cases.size()][count + 1];
        for (int i = 0; i < rows.length; i++) {
            rows[i][0] = 1;
            for (int f = 0; f < plain; f++) {
                double feature = cases.get(i).features()[f];
                rows[i][f + 1] = feature;
                if (squares) {
                    rows[i][plain + f + 1] = feature * feature;
                }
            }
        }
        double[] mean = new double[count];
        double[] scale = new double[count];
        for (int f = 0; f < count; f++) {
            int column = f + 1;
            mean[f] = Arrays.stream(rows)
                    .mapToDouble(row -> row[column])
                    .average()
                    .orElseThrow();
            double centre = mean[f];
            scale[f] = 1e-6
                    + Math.sqrt(Arrays.stream(rows)
                            .mapToDouble(row -> (row[column] - centre) * (row[column] - centre))
                            .average()
                            .orElseThrow());
            for (double[] row : rows) {
                row[column] = (row[column] - centre) / scale[f];
            }
        }
        double[] weights = new double[count + 1];
        for (int step = 0; step < STEPS; step++) {
            newton(cases, rows, weights, ridge);
        }
        for (int f = 0; f < count; f++) {
            weights[f + 1] /= scale[f];
            weights[0] -= weights[f + 1] * mean[f];
        }
        return weights;
    }

    private static void newton(List<Case> cases, double[][] rows, double[] weights, double ridge) {
        int size = weights.length;
        double[][] curvature = new double[size][size];
        double[] slope = new double[size];
        for (int i = 0; i < rows.length; i++) {
            double sum = 0;
            for (int a = 0; a < size; a++) {
                sum += weights[a] * rows[i][a];
            }
            double p = 1 / (1 + Math.exp(-sum));
            double error = cases.get(i).weight() * ((cases.get(i).yes() ? 1 : 0) - p);
            double bend = cases.get(i).weight() * Math.max(p * (1 - p), 1e-6);
            for (int a = 0; a < size; a++) {
                slope[a] += error * rows[i][a];
                for (int b = 0; b <= a; b++) {
                    curvature[a][b] += bend * rows[i][a] * rows[i][b];
                }
            }
        }
        for (int a = 0; a < size; a++) {
            slope[a] -= a == 0 ? 0 : ridge * weights[a];
            curvature[a][a] += a == 0 ? 1e-9 : ridge;
            for (int b = 0; b < a; b++) {
                curvature[b][a] = curvature[a][b];
            }
        }
        double[] change = solve(curvature, slope);
        for (int a = 0; a < size; a++) {
            weights[a] += change[a];
        }
    }

    /** Gauss, with the largest pivot. */
    private static double[] solve(double[][] matrix, double[] right) {
        int size = right.length;
        for (int column = 0; column < size; column++) {
            int pivot = column;
            for (int row = column + 1; row < size; row++) {
                pivot = Math.abs(matrix[row][column]) > Math.abs(matrix[pivot][column]) ? row : pivot;
            }
            double[] swapped = matrix[column];
            matrix[column] = matrix[pivot];
            matrix[pivot] = swapped;
            double value = right[column];
            right[column] = right[pivot];
            right[pivot] = value;
            for (int row = column + 1; row < size; row++) {
                double share = matrix[row][column] / matrix[column][column];
                right[row] -= share * right[column];
                for (int k = column; k < size; k++) {
                    matrix[row][k] -= share * matrix[column][k];
                }
            }
        }
        for (int row = size - 1; row >= 0; row--) {
            for (int k = row + 1; k < size; k++) {
                right[row] -= matrix[row][k] * right[k];
            }
            right[row] /= matrix[row][row];
        }
        return right;
    }
}
