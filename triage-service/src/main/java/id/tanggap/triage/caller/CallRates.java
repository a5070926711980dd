package id.tanggap.triage.caller;

/**
 * How often a caller has called, whatever came of it.
 *
 * @param lastHour other calls in the hour before; likewise {@code lastDay}
 * @param any whether any other call is known
 * @param abandonedShare decayed share, 0 to 1, of those given up before the answer
 */
public record CallRates(long lastHour, long lastDay, boolean any, double abandonedShare) {

    static final CallRates NONE = new CallRates(0, 0, false, 0);
}
