package id.tanggap.triage.model;

import java.util.Arrays;

/**
 * How a feature was spread when the model was trained: the shares below the first edge, between edges, from the last on,
 * and last of all of missing values. To measure drift against.
 */
public record Spread(double[] edges, double[] shares) {

    /** The bin of a value, {@code edges.length + 1} for a missing one. */
    public int bin(double value) {
        if (Double.isNaN(value)) {
            return edges.length + 1;
        }
        int bin = 0;
        while (bin < edges.length && value >= edges[bin]) {
            bin++;
        }
        return bin;
    }

    public int bins() {
        return edges.length + 2;
    }

    void check(Feature feature) {
        if (edges == null || shares == null || shares.length != bins()) {
            throw new BrokenModelException("spread of " + feature + ": needs a share for each bin");
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Spread(double[] e, double[] s) && Arrays.equals(edges, e) && Arrays.equals(shares, s);
    }

    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(edges) + Arrays.hashCode(shares);
    }
}
