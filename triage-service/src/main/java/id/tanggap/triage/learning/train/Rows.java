package id.tanggap.triage.learning.train;

import java.util.Arrays;

/** A design matrix of which only what is not 0 is kept, with the answer and the weight of each row. */
final class Rows {

    private int[] starts = new int[1_025];
    private int[] columns = new int[16_384];
    private double[] values = new double[16_384];
    private double[] answers = new double[1_024];
    private double[] weights = new double[1_024];
    private int size;

    void add(int[] indices, double[] entries, int count, boolean answer, double weight) {
        if (size == answers.length) {
            starts = Arrays.copyOf(starts, 2 * size + 1);
            answers = Arrays.copyOf(answers, 2 * size);
            weights = Arrays.copyOf(weights, 2 * size);
        }
        int start = starts[size];
        if (start + count > columns.length) {
            columns = Arrays.copyOf(columns, 2 * columns.length);
            values = Arrays.copyOf(values, 2 * values.length);
        }
        System.arraycopy(indices, 0, columns, start, count);
        System.arraycopy(entries, 0, values, start, count);
        answers[size] = answer ? 1 : 0;
        weights[size] = weight;
        starts[++size] = start + count;
    }

    int size() {
        return size;
    }

    /** Weight of the rows with this answer. */
    double weightOf(boolean answer) {
        double sum = 0;
        for (int row = 0; row < size; row++) {
            sum += answers[row] == (answer ? 1 : 0) ? weights[row] : 0;
        }
        return sum;
    }

    /** Negative log-likelihood at these coefficients. */
    double loss(double[] coefficients) {
        double loss = 0;
        for (int row = 0; row < size; row++) {
            double z = dot(row, coefficients);
            // log(1 + e^z) without overflow
            loss += weights[row] * (Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - answers[row] * z);
        }
        return loss;
    }

    /** Adds the loss's gradient and the upper triangle of its second derivatives. */
    void derive(double[] coefficients, double[] gradient, double[][] hessian) {
        for (int row = 0; row < size; row++) {
            double p = 1 / (1 + Math.exp(-dot(row, coefficients)));
            double slope = weights[row] * (p - answers[row]);
            double bend = weights[row] * p * (1 - p);
            for (int i = starts[row]; i < starts[row + 1]; i++) {
                gradient[columns[i]] += slope * values[i];
                double bent = bend * values[i];
                double[] line = hessian[columns[i]];
                for (int j = i; j < starts[row + 1]; j++) {
                    line[columns[j]] += bent * values[j];
                }
            }
        }
    }

    private double dot(int row, double[] coefficients) {
        double sum = 0;
        for (int i = starts[row]; i < starts[row + 1]; i++) {
            sum += values[i] * coefficients[columns[i]];
        }
        return sum;
    }
}
