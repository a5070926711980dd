package id.tanggap.triage.model;

import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.Opinion;
import id.tanggap.triage.policy.Reason;
import id.tanggap.triage.policy.ReasonCode;
import id.tanggap.triage.policy.Scorer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Three log-odds, each a sum of monotone curves, so that every score can be explained by adding up its reasons. Making one
 * that breaks a direction throws {@link BrokenModelException}: an instance can be trusted.
 *
 * @param version names it, the same never for another content
 * @param spreads how features were spread in training, empty where nothing was trained
 */
public record AdditiveModel(
        String version, Training training, Map<Dichotomy, Logit> logits, Map<Feature, Spread> spreads)
        implements Scorer {

    public AdditiveModel {
        if (version == null || !version.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,79}")) {
            throw new BrokenModelException("the version is missing or no plain name");
        }
        if (training == null || training.source() == null) {
            throw new BrokenModelException("it does not say where it comes from");
        }
        for (Dichotomy dichotomy : Dichotomy.values()) {
            if (logits == null || logits.get(dichotomy) == null) {
                throw new BrokenModelException("the log-odds of " + dichotomy + " are missing");
            }
            logits.get(dichotomy).check(dichotomy);
        }
        logits = Collections.unmodifiableMap(new EnumMap<>(logits));
        EnumMap<Feature, Spread> copy = new EnumMap<>(Feature.class);
        copy.putAll(spreads == null ? Map.of() : spreads);
        copy.forEach((feature, spread) -> spread.check(feature));
        spreads = Collections.unmodifiableMap(copy);
    }

    /** Log-odds of one question without any rule, for training and measuring. */
    public double logOdds(Dichotomy dichotomy, double[] vector) {
        return logits.get(dichotomy).at(vector);
    }

    @Override
    public Opinion opinion(Evidence evidence) {
        double[] vector = Feature.vector(evidence);
        return new Opinion(
                reasons(evidence, vector), logOdds(Dichotomy.GHOST, vector), logOdds(Dichotomy.INFORMATION, vector));
    }

    private List<Reason> reasons(Evidence evidence, double[] vector) {
        Logit hoax = logits.get(Dichotomy.HOAX);
        List<Reason> reasons = new ArrayList<>();
        reasons.add(ReasonCode.BASE_RATE.of(thousandths(hoax.intercept()), ""));
        if (evidence.heard().total().isZero()) {
            reasons.add(ReasonCode.NOT_HEARD.of(0, ""));
        }
        if (!evidence.record().known()) {
            reasons.add(ReasonCode.PAST_UNKNOWN.of(0, ""));
        }
        hoax.curves().forEach((feature, curve) -> {
            double value = vector[feature.ordinal()];
            long contribution = Double.isNaN(value) ? 0 : thousandths(curve.at(value));
            if (contribution != 0) {
                reasons.add(feature.reason().of(contribution, Figure.of(feature, evidence, value)));
            }
        });
        return reasons;
    }

    /** Rounded before adding up: then what is shown is what counts, and rounding keeps every direction. */
    private static long thousandths(double logOdds) {
        return Math.round(logOdds * 1_000);
    }
}
