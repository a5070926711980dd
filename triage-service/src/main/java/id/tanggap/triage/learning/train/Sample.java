package id.tanggap.triage.learning.train;

/**
 * A call at one moment, with what it turned out to be.
 *
 * @param features as {@code Feature.vector} gives them, NaN where missing
 * @param group the caller, or the call itself without one: a group is either fitted on or held out, never both
 * @param weight such as 1 divided by the number of the call's samples
 */
public record Sample(double[] features, Label label, String group, double weight) {}
