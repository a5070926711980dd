package id.tanggap.local.replay.audit;

import java.util.List;

/**
 * What an audit found; each entry is one accepted thing and says what is wrong with it.
 *
 * @param lost accepted, but without its effect
 * @param duplicated with an effect more than once
 * @param redelivered records with an event id that had come before, where the contract allows it
 */
public record Findings(List<String> lost, List<String> duplicated, long redelivered) {}
