package id.tanggap.lab.world;

import id.tanggap.lab.world.sound.Sound;
import id.tanggap.lab.world.sound.Track;

final class Signs {
    private Signs() {}

    static boolean given(SimulatedCall call) {
        Track track = call.observed().track();
        return !track.keys(track.lengthMs()).isEmpty() || track.heardMs(Sound.TAP, track.lengthMs()) > 0;
    }
}
