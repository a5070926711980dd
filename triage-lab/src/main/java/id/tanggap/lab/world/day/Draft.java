package id.tanggap.lab.world.day;

import id.tanggap.lab.world.Place;
import id.tanggap.lab.world.Truth;
import id.tanggap.lab.world.caller.Handset;
import id.tanggap.lab.world.sound.Track;
import java.time.Instant;

/** A call as it goes over the line, before anyone has judged it; an unanswered one has no sound. */
public record Draft(
        Truth truth, Handset handset, Place place, Instant startedAt, int ringMs, boolean answered, Track track) {
    /** The same call where nobody is there to answer. */
    Draft inVain(int afterMs) {
        return new Draft(truth, handset, place, startedAt, afterMs, false, Track.NOTHING);
    }

    public Instant pickedUpOrGone() {
        return startedAt.plusMillis(ringMs);
    }

    public Instant endedAt() {
        return pickedUpOrGone().plusMillis(track.lengthMs());
    }
}
