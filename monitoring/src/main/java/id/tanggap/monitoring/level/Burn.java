package id.tanggap.monitoring.level;

import java.util.List;

/**
 * Misses so many times as fast as promised, both over a long time, so that it matters, and over a short one, so that it is
 * still so (Google, The Site Reliability Workbook, chapter 5, sixth approach).
 *
 * @param rate 1 uses the budget up exactly
 * @param least events in the long window below which nobody is told: of two calls, one late is half
 */
record Burn(Severity severity, double rate, String longWindow, String shortWindow, int least) {
    /**
     * For what people do, some dozens of times a day: with a promise of 90 % nothing can burn faster than ten times, and in
     * an hour there may be nothing to measure.
     */
    static final List<Burn> OF_PEOPLE = List.of(
            new Burn(Severity.PAGE, 5, "6h", "1h", 5),
            new Burn(Severity.TICKET, 2, "1d", "6h", 10),
            new Burn(Severity.TICKET, 1, "3d", "1d", 20));

    /** The workbook's own, for requests. */
    static final List<Burn> OF_MACHINES = List.of(
            new Burn(Severity.PAGE, 14.4, "1h", "5m", 100),
            new Burn(Severity.PAGE, 6, "6h", "30m", 100),
            new Burn(Severity.TICKET, 1, "3d", "6h", 100));

    /** Who must know, and when. */
    enum Severity {
        PAGE,
        TICKET
    }
}
