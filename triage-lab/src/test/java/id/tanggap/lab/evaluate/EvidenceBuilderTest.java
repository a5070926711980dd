package id.tanggap.lab.evaluate;

import static id.tanggap.lab.evaluate.Scenes.START;
import static id.tanggap.lab.evaluate.Scenes.ms;
import static id.tanggap.lab.evaluate.Scenes.silent;
import static id.tanggap.lab.evaluate.Scenes.sound;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.world.Disposition;
import id.tanggap.lab.world.sound.Sound;
import id.tanggap.lab.world.sound.Track;
import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.policy.CallStatus;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Corroboration;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.Indicator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class EvidenceBuilderTest {
    private static final Optional<String> NUMBER = Optional.of("a");

    @Test
    void speech_engine_and_silence_add_up_and_grow_from_moment_to_moment() {
        Track track = new Track(
                List.of(
                        sound(Sound.ENGINE, 0, 4_000),
                        sound(Sound.SPEECH, 2_000, 2_000),
                        sound(Sound.KEY, 5_000, 100),
                        sound(Sound.CRYING, 6_000, 1_000)),
                9_000);
        var moments = Scenes.moments(Scenes.call("1", NUMBER, START, track, Optional.empty(), Optional.empty()))
                .get("1");
        assertEquals(
                List.of(3_000, 4_000, 5_000, 6_000, 7_000, 8_000, 9_000),
                moments.stream().map(Moment::ms).toList());
        Heard three = moments.getFirst().evidence().heard();
        assertEquals(ms(1_000), three.speech());
        assertEquals(ms(2_000), three.engine());
        assertEquals(ms(0), three.silence());
        Heard end = moments.getLast().evidence().heard();
        assertEquals(
                List.of(ms(2_000), ms(2_000), ms(1_000), ms(4_000), ms(1_000), ms(5_000)),
                List.of(end.speech(), end.engine(), end.other(), end.silence(), end.distress(), end.longestSilence()));
        assertEquals(Optional.of(ms(2_000)), end.firstSpeech());
        assertEquals("5", end.keys());
        assertEquals(ms(9_000), end.total());
    }

    @Test
    void only_the_last_moment_knows_that_the_call_is_over() {
        var moments =
                Scenes.moments(silent("1", NUMBER, START, Disposition.GHOST)).get("1");
        assertTrue(moments.stream()
                .limit(moments.size() - 1)
                .map(Moment::evidence)
                .allMatch(each ->
                        each.status() == CallStatus.ANSWERED && each.talk().isZero()));
        Evidence end = moments.getLast().evidence();
        assertEquals(CallStatus.ENDED, end.status());
        assertEquals(ms(8_000), end.talk());
        assertTrue(end.disposition().isEmpty());
    }

    @Test
    void a_past_call_weighs_half_after_a_week_and_its_caller_is_no_longer_new() {
        var moments = Scenes.moments(
                silent("1", NUMBER, START, Disposition.PRANK),
                silent("2", NUMBER, START.plus(Duration.ofDays(7)).plusSeconds(13), Disposition.PRANK));
        assertTrue(record(moments.get("1")).firstEver());
        CallerRecord second = record(moments.get("2"));
        assertEquals(0.5, second.pranks(), 1e-9);
        assertEquals(0, second.callsLastDay());
        assertFalse(second.firstEver());
    }

    @Test
    void a_word_that_the_operator_has_not_said_yet_is_not_known_though_the_call_is() {
        var moments = Scenes.moments(
                silent("1", NUMBER, START, Disposition.PRANK),
                silent("2", NUMBER, START.plusSeconds(10), Disposition.PRANK));
        CallerRecord second = record(moments.get("2"));
        assertEquals(0, second.pranks());
        assertEquals(1, second.callsLastHour());
        assertFalse(second.firstEver());
    }

    @Test
    void callers_without_a_number_are_never_pooled() {
        var moments = Scenes.moments(
                silent("1", Optional.empty(), START, Disposition.PRANK),
                silent("2", Optional.empty(), START.plusSeconds(60), Disposition.PRANK));
        assertEquals(CallerRecord.UNKNOWN, record(moments.get("2")));
    }

    @Test
    void a_report_counts_from_when_it_is_written_for_its_call_and_for_a_neighbour() {
        Track talk = new Track(List.of(sound(Sound.SPEECH, 0, 20_000)), 20_000);
        var moments = Scenes.moments(
                Scenes.call(
                        "1",
                        NUMBER,
                        START,
                        talk,
                        Optional.of(Scenes.fire(START.plusSeconds(15))),
                        Optional.of(Disposition.NORMAL)),
                Scenes.call("2", Optional.of("b"), START.plusSeconds(1), talk, Optional.empty(), Optional.empty()));
        assertEquals(
                List.of(false, true),
                List.of(
                        at(moments.get("1"), 8_000).said().reported(),
                        at(moments.get("1"), 10_000).said().reported()));
        assertTrue(at(moments.get("1"), 10_000)
                .said()
                .indicators()
                .containsAll(List.of(Indicator.FIRE, Indicator.LIFE_THREAT)));
        assertEquals(0, at(moments.get("2"), 8_000).others().independentCallers());
        assertEquals(new Corroboration(1, 0), at(moments.get("2"), 10_000).others());
    }

    private static CallerRecord record(List<Moment> moments) {
        return moments.getFirst().evidence().record();
    }

    private static Evidence at(List<Moment> moments, int ms) {
        return moments.stream()
                .filter(moment -> moment.ms() == ms)
                .findFirst()
                .orElseThrow()
                .evidence();
    }
}
