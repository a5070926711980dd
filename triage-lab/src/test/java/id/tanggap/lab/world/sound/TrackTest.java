package id.tanggap.lab.world.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrackTest {
    /** Engine from 1 to 5 s, speech over it from 4 to 6 s, a key at 8 s, the end at 10 s. */
    private final Track track = new Track(
            List.of(
                    new Segment(Sound.ENGINE, 1_000, 4_000, -20, (char) 0),
                    new Segment(Sound.SPEECH, 4_000, 2_000, -24, (char) 0),
                    new Segment(Sound.KEY, 8_000, 200, -14, '5')),
            10_000);

    @Test
    void tells_what_was_heard_until_a_moment() {
        assertEquals(0, track.heardMs(Sound.SPEECH, 4_000));
        assertEquals(500, track.heardMs(Sound.SPEECH, 4_500));
        assertEquals(2_000, track.heardMs(Sound.SPEECH, 60_000));
        assertEquals("", track.keys(8_000));
        assertEquals("5", track.keys(8_001));
    }

    @Test
    void silence_is_what_no_sound_covers() {
        assertEquals(1_000, track.silentMs(3_000));
        assertEquals(3_000, track.silentMs(8_000));
        assertEquals(4_800, track.silentMs(99_000));
    }

    @Test
    void the_first_of_a_sound_never_heard_is_at_the_end() {
        assertEquals(4_000, track.firstMs(Sound.SPEECH));
        assertEquals(10_000, track.firstMs(Sound.CRYING));
    }
}
