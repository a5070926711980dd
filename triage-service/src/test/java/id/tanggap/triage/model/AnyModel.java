package id.tanggap.triage.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.Random;

/** Models made by chance within the directions, with weights far beyond what data would teach. */
public final class AnyModel {

    private AnyModel() {}

    public static AdditiveModel next(Random random) {
        EnumMap<Dichotomy, Logit> logits = new EnumMap<>(Dichotomy.class);
        for (Dichotomy dichotomy : Dichotomy.values()) {
            EnumMap<Feature, Curve> curves = new EnumMap<>(Feature.class);
            for (Feature feature : Feature.all()) {
                if (random.nextInt(4) > 0) {
                    curves.put(feature, curve(feature, feature.direction(dichotomy), random));
                }
            }
            logits.put(dichotomy, new Logit(random.nextGaussian() * 4, curves));
        }
        return new AdditiveModel("any", new Training("chance", 0, 0, null, null), logits, Map.of());
    }

    private static Curve curve(Feature feature, Direction direction, Random random) {
        double[] knots = feature.knots();
        double[] values = new double[knots.length];
        for (int i = 1; i < knots.length; i++) {
            double step = random.nextInt(3) * random.nextDouble() * 3;
            values[i] = values[i - 1]
                    + switch (direction) {
                        case UP -> step;
                        case DOWN -> -step;
                        case FREE -> random.nextBoolean() ? step : -step;
                    };
        }
        double nothing = new Curve(knots, values).at(0);
        for (int i = 0; i < values.length; i++) {
            values[i] -= nothing;
        }
        return new Curve(knots, values);
    }
}
