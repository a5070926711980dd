package id.tanggap.local.replay.audit;

import java.util.Set;

/**
 * The procedure of a silent call as triage's interface shows it.
 *
 * @param version of its newest step, from 1
 * @param told what it was told, written as in the ledger
 * @param streamed the version that the gateway had heard on its stream a moment later
 */
public record SeenProcedure(long version, Set<String> told, long streamed) {}
