package id.tanggap.lab.world.chance;

import java.util.List;
import java.util.SplittableRandom;

/** Chance from a seed: the same seed gives the same draws on every machine. */
public final class Dice {
    private final SplittableRandom random;

    public Dice(long seed) {
        this(new SplittableRandom(seed));
    }

    private Dice(SplittableRandom random) {
        this.random = random;
    }

    /** Dice of their own: what is drawn from them later does not move what is drawn here. */
    public Dice split() {
        return new Dice(random.split());
    }

    public boolean chance(double probability) {
        return random.nextDouble() < probability;
    }

    public int below(int bound) {
        return random.nextInt(bound);
    }

    public double between(double from, double to) {
        return from + (to - from) * random.nextDouble();
    }

    public double normal(double mean, double deviation) {
        return mean + deviation * random.nextGaussian();
    }

    /** Positive and skewed, as durations are; {@code spread} is the deviation of the logarithm. */
    public double logNormal(double median, double spread) {
        return median * Math.exp(spread * random.nextGaussian());
    }

    /** How many events of a steady process happen where {@code mean} are expected. */
    public int poisson(double mean) {
        int count = 0;
        for (double at = random.nextExponential(); at < mean; at += random.nextExponential()) {
            count++;
        }
        return count;
    }

    /** 0, 1, 2 ... each less likely by the same factor. */
    public int geometric(double mean) {
        double again = mean / (1 + mean);
        int count = 0;
        while (chance(again)) {
            count++;
        }
        return count;
    }

    public double exponential(double mean) {
        return mean * random.nextExponential();
    }

    public <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    double unit() {
        return random.nextDouble();
    }
}
