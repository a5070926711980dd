package id.tanggap.triage.learning.trial;

/**
 * How one model did.
 *
 * @param missed genuine calls that it put among the likely hoaxes at any moment
 * @param missRate share of the genuine calls, with its interval
 */
public record Showing(int missed, Interval missRate, Calibration calibration) {}
