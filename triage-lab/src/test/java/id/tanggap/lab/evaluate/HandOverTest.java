package id.tanggap.lab.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.lab.world.sound.Segment;
import id.tanggap.lab.world.sound.Sound;
import id.tanggap.lab.world.sound.Track;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandOverTest {

    @Test
    void a_silent_line_is_handed_over_after_five_seconds_and_stays_so_until_it_ends() {
        assertEquals(new HandOver(5_000, Watched.NEVER), of(20_000));
        assertEquals(15_000, of(20_000).freeMs(20_000, Watched.NEVER));
        assertEquals(HandOver.NONE, of(5_000));
    }

    @Test
    void one_who_speaks_in_time_keeps_the_operator() {
        assertEquals(HandOver.NONE, of(20_000, Scenes.sound(Sound.SPEECH, 2_000, 3_000)));
    }

    @Test
    void whoever_speaks_or_presses_later_is_given_back_within_the_time_that_it_takes_to_hear_it() {
        assertEquals(new HandOver(5_000, 8_500), of(20_000, Scenes.sound(Sound.SPEECH, 8_000, 3_000)));
        assertEquals(new HandOver(5_000, 8_250), of(20_000, Scenes.sound(Sound.KEY, 8_000, 200)));
        assertEquals(3_500, of(20_000, Scenes.sound(Sound.SPEECH, 8_000, 3_000)).freeMs(20_000, Watched.NEVER));
    }

    private static HandOver of(int lengthMs, Segment... sounds) {
        SimulatedCall call = Scenes.call(
                "c",
                Optional.of("caller"),
                Scenes.START,
                new Track(List.of(sounds), lengthMs),
                Optional.empty(),
                Optional.empty());
        HandOver[] seen = new HandOver[1];
        EvidenceBuilder.perfect(List.of(call)).each(each -> seen[0] = each.handOver());
        return seen[0];
    }
}
