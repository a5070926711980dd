package id.tanggap.lab.world.calendar;

import id.tanggap.lab.world.chance.Dice;
import java.time.LocalDate;

/**
 * Heavy rain on Java's north coast: the season is November to March with its height in January and February (BMKG); the
 * chances a day are judgements.
 */
public final class Rain {
    private static final double[] HEAVY_BY_MONTH = {
        0.35, 0.35, 0.22, 0.12, 0.06, 0.03, 0.02, 0.02, 0.03, 0.08, 0.18, 0.28
    };

    private Rain() {}

    /** How hard it rains that day: 0 on most, else about 1, seldom 3. */
    public static double of(LocalDate day, Dice dice) {
        return dice.chance(HEAVY_BY_MONTH[day.getMonthValue() - 1]) ? Math.min(4, dice.exponential(1)) : 0;
    }

    /** The mean of {@link #of} over a year. */
    public static double mean() {
        double sum = 0;
        for (double chance : HEAVY_BY_MONTH) {
            sum += chance;
        }
        // The mean of an exponential cut at 4.
        return sum / HEAVY_BY_MONTH.length * (1 - Math.exp(-4));
    }
}
