package id.tanggap.triage.policy;

import java.util.List;

/**
 * What a model makes of evidence, before any rule.
 *
 * @param reasons their contributions are the model's log-odds of a hoax
 * @param ghost log-odds that a hoax is a silent call and not a prank
 * @param information log-odds that a call with a need asks for information and not for help
 */
public record Opinion(List<Reason> reasons, double ghost, double information) {}
