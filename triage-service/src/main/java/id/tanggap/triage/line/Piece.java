package id.tanggap.triage.line;

import id.tanggap.platform.consume.Receipt;
import id.tanggap.triage.audio.Chunk;
import java.time.Instant;

/**
 * A chunk of a call's sound that has arrived.
 *
 * @param at when intake took it
 * @param receipt is told when what was heard in it is in the database
 */
public record Piece(String callId, Chunk chunk, Instant at, Receipt receipt) {}
