package id.tanggap.lab.world;

import java.util.Optional;

/**
 * What nobody in the call centre knows: for training's labels and for judging, never for a model to see.
 *
 * @param need of a genuine call
 * @param lifeThreat whether a life was at stake
 * @param cannotSpeak whether the caller was unable to speak, or to speak aloud
 * @param incident the same for all calls about one event, 0 for none
 * @param person who held the handset; families share handsets
 */
public record Truth(
        Kind kind,
        Habit habit,
        Optional<Need> need,
        boolean lifeThreat,
        boolean cannotSpeak,
        int incident,
        String person) {

    /** The same of another handset. */
    public Truth by(int handset) {
        return new Truth(kind, habit, need, lifeThreat, cannotSpeak, 0, person(handset, kind));
    }

    /** Names who holds a handset: one who idles and one who needs something share it in a family. */
    public static String person(int handset, Kind kind) {
        return handset + (kind.hoax() ? "/idle" : "/earnest");
    }

    /** What a careful tally without the caller's mind would count it as: one who cannot speak counts as silent. */
    public Kind tally() {
        return cannotSpeak ? Kind.GHOST : kind;
    }
}
