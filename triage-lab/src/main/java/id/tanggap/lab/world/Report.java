package id.tanggap.lab.world;

import java.time.Instant;

/**
 * What an operator writes down while listening.
 *
 * @param category a code of ticket-service's categories
 * @param text Indonesian
 * @param lifeThreat the operator's tick, right or wrong
 */
public record Report(Instant at, String category, String text, boolean lifeThreat) {}
