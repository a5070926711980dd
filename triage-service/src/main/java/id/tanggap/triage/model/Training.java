package id.tanggap.triage.model;

import java.time.Instant;

/**
 * Where a model comes from.
 *
 * @param source whose labels: a centre's, a simulation's, or a judgement without data
 * @param rows snapshots of calls that it was fitted and calibrated on
 * @param calls different calls among them
 * @param from start of the first call, null without data
 * @param to start of the last call, null without data
 */
public record Training(String source, long rows, long calls, Instant from, Instant to) {}
