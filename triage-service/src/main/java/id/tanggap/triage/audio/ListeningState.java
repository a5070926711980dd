package id.tanggap.triage.audio;

import java.util.List;

/**
 * Where listening to a call stands, about 4 KB; written with the effect of each chunk, so that another process continues.
 * What is counted is kept exactly; what the filters and the voice model remember in 16 bits, which moves a result by
 * less than it would take to see.
 *
 * @param next the sequence number that follows on
 * @param missed numbers given up waiting for, newest last; such a chunk is still heard if it comes
 * @param missing how many were given up and have not come
 * @param waiting chunks that came before their turn; they hold sound, so they are few and leave when the call ends
 * @param ear what is remembered of the sound, in a form of its own; empty at the beginning
 */
public record ListeningState(long next, List<Long> missed, long missing, List<Chunk> waiting, byte[] ear) {

    public static final ListeningState START = new ListeningState(0, List.of(), 0, List.of(), new byte[0]);
}
