package id.tanggap.triage.learning.train;

import java.util.Arrays;

/**
 * Ridge-penalised logistic regression whose coefficients stay within bounds: Newton steps, each the exact minimum of the
 * quadratic model within the bounds by coordinate descent, shortened until the loss falls. Deterministic. Convex, so there
 * is one answer.
 */
final class BoundedLogistic {

    private static final int MOST_STEPS = 60;
    private static final int MOST_SWEEPS = 500;
    private static final double SMALL = 1e-9;

    private final Rows rows;
    private final double[] lower;
    private final double[] upper;
    private final double ridge;

    BoundedLogistic(Rows rows, double[] lower, double[] upper, double ridge) {
        this.rows = rows;
        this.lower = lower;
        this.upper = upper;
        this.ridge = ridge;
    }

    /** The coefficients; the first is the intercept, which is not penalised. */
    double[] fit() {
        double[] at = new double[lower.length];
        at[0] = Math.log((rows.weightOf(true) + 0.5) / (rows.weightOf(false) + 0.5));
        double loss = loss(at);
        for (int step = 0; step < MOST_STEPS; step++) {
            double[] direction = direction(at);
            double length = 1;
            double[] next = moved(at, direction, length);
            double nextLoss = loss(next);
            while (nextLoss > loss && length > SMALL) {
                length /= 2;
                next = moved(at, direction, length);
                nextLoss = loss(next);
            }
            double gain = loss - nextLoss;
            if (gain <= 0) {
                return at;
            }
            at = next;
            loss = nextLoss;
            if (gain < SMALL * (1 + loss)) {
                return at;
            }
        }
        return at;
    }

    private double loss(double[] at) {
        double penalty = 0;
        for (int i = 1; i < at.length; i++) {
            penalty += at[i] * at[i];
        }
        return rows.loss(at) + ridge * penalty / 2;
    }

    private double[] direction(double[] at) {
        int n = at.length;
        double[] gradient = new double[n];
        double[][] hessian = new double[n][n];
        rows.derive(at, gradient, hessian);
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                hessian[i][j] = hessian[j][i];
            }
            gradient[i] += i == 0 ? 0 : ridge * at[i];
            hessian[i][i] += i == 0 ? SMALL : ridge;
        }
        double[] direction = new double[n];
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            double most = 0;
            for (int i = 0; i < n; i++) {
                // gradient holds that of the quadratic model where the direction now points
                double wanted = Math.clamp(at[i] + direction[i] - gradient[i] / hessian[i][i], lower[i], upper[i]);
                double change = wanted - at[i] - direction[i];
                if (change != 0) {
                    direction[i] += change;
                    double[] line = hessian[i];
                    for (int j = 0; j < n; j++) {
                        gradient[j] += change * line[j];
                    }
                    most = Math.max(most, Math.abs(change));
                }
            }
            if (most < SMALL) {
                break;
            }
        }
        return direction;
    }

    private double[] moved(double[] at, double[] direction, double length) {
        double[] next = Arrays.copyOf(at, at.length);
        for (int i = 0; i < next.length; i++) {
            next[i] = Math.clamp(next[i] + length * direction[i], lower[i], upper[i]);
        }
        return next;
    }
}
