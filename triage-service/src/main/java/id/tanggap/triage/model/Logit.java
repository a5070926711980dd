package id.tanggap.triage.model;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/** A log-odds that is an intercept and one curve for each feature; a feature without a curve, or missing, adds 0. */
public record Logit(double intercept, Map<Feature, Curve> curves) {

    public Logit {
        EnumMap<Feature, Curve> copy = new EnumMap<>(Feature.class);
        copy.putAll(curves == null ? Map.of() : curves);
        curves = Collections.unmodifiableMap(copy);
    }

    /** Log-odds of this vector of features. */
    public double at(double[] vector) {
        double sum = intercept;
        for (Map.Entry<Feature, Curve> term : curves.entrySet()) {
            double value = vector[term.getKey().ordinal()];
            if (!Double.isNaN(value)) {
                sum += term.getValue().at(value);
            }
        }
        return sum;
    }

    /** This log-odds, stretched and moved: a calibration that leaves it a sum of curves. */
    public Logit calibrated(double slope, double offset) {
        EnumMap<Feature, Curve> stretched = new EnumMap<>(Feature.class);
        curves.forEach((feature, curve) -> stretched.put(feature, curve.times(slope)));
        return new Logit(slope * intercept + offset, stretched);
    }

    void check(Dichotomy dichotomy) {
        if (!Double.isFinite(intercept)) {
            throw new BrokenModelException(dichotomy + ": the intercept is not finite");
        }
        curves.forEach((feature, curve) -> curve.check(feature.direction(dichotomy), dichotomy + " " + feature));
    }
}
