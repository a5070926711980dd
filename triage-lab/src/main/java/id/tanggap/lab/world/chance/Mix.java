package id.tanggap.lab.world.chance;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Things and how often each of them comes; weights need not sum to one. */
public final class Mix<T> {
    private final List<T> things;
    private final double[] upTo;

    private Mix(Map<T, Double> weights) {
        things = List.copyOf(weights.keySet());
        upTo = weights.values().stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.parallelPrefix(upTo, Double::sum);
        if (things.isEmpty() || !(upTo[upTo.length - 1] > 0)) {
            throw new IllegalArgumentException("nothing to draw from: " + weights);
        }
    }

    /** Takes any map: it is put into the enum's order, since that of {@code Map.of} differs from run to run. */
    public static <E extends Enum<E>> Mix<E> of(Map<E, Double> weights) {
        return new Mix<>(new EnumMap<>(weights));
    }

    /** 0 to 23, with the weights of 24 hours. */
    public static Mix<Integer> ofHours(double[] weights) {
        Map<Integer, Double> hours = new TreeMap<>();
        for (int hour = 0; hour < weights.length; hour++) {
            hours.put(hour, weights[hour]);
        }
        return new Mix<>(hours);
    }

    public T draw(Dice dice) {
        double at = dice.unit() * upTo[upTo.length - 1];
        int thing = 0;
        while (upTo[thing] <= at) {
            thing++;
        }
        return things.get(thing);
    }

    /** The share of one thing in all. */
    public double share(T thing) {
        int at = things.indexOf(thing);
        return at < 0 ? 0 : (upTo[at] - (at == 0 ? 0 : upTo[at - 1])) / upTo[upTo.length - 1];
    }
}
