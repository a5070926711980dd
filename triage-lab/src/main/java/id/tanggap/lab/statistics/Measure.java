package id.tanggap.lab.statistics;

/**
 * A number about predictions in which each case counts so many times; {@code NaN} where the cases do not define it.
 */
@FunctionalInterface
public interface Measure {
    double of(int[] counts);
}
