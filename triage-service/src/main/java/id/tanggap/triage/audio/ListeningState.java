package id.tanggap.triage.audio;

import java.util.List;

/**
 * Where listening to a call stands; written with the effect of each chunk.
 *
 * @param next the sequence number that follows on
 * @param missed numbers given up waiting for, newest last; such a chunk is still heard if it comes
 * @param missing how many were given up and have not come
 * @param waiting chunks that came before their turn; they hold sound, so they are few and leave when the call ends
 */
public record ListeningState(long next, List<Long> missed, long missing, List<Chunk> waiting, DetectorState detector) {

    public static final ListeningState START = new ListeningState(0, List.of(), 0, List.of(), DetectorState.START);
}
