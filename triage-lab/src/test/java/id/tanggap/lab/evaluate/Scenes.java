package id.tanggap.lab.evaluate;

import id.tanggap.lab.world.Disposition;
import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.LineIdentity;
import id.tanggap.lab.world.ObservedCall;
import id.tanggap.lab.world.Place;
import id.tanggap.lab.world.Report;
import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.lab.world.Truth;
import id.tanggap.lab.world.sound.Segment;
import id.tanggap.lab.world.sound.Sound;
import id.tanggap.lab.world.sound.Track;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Small worlds of hand-made calls. */
final class Scenes {
    static final Instant START = Instant.parse("2025-06-01T03:00:00Z");
    static final Place SQUARE = new Place("Jepara", -6.59, 110.67);

    private Scenes() {}

    /** Answered after 5 s; the end is the track's. */
    static SimulatedCall call(
            String id,
            Optional<String> caller,
            Instant startedAt,
            Track track,
            Optional<Report> report,
            Optional<Disposition> said) {
        Instant answered = startedAt.plusSeconds(5);
        Instant ended = answered.plusMillis(track.lengthMs());
        ObservedCall observed = new ObservedCall(
                id,
                caller.isPresent() ? LineIdentity.SUBSCRIBER : LineIdentity.SIM_LESS,
                caller,
                startedAt,
                Optional.of(answered),
                ended,
                SQUARE,
                track,
                report,
                said.map(what -> new ObservedCall.Said<>(what, ended)),
                Optional.empty());
        return new SimulatedCall(
                observed, new Truth(Habit.CALM.kind(), Habit.CALM, Optional.empty(), false, false, 0, id));
    }

    static SimulatedCall silent(String id, Optional<String> caller, Instant startedAt, Disposition said) {
        return call(id, caller, startedAt, new Track(List.of(), 8_000), Optional.empty(), Optional.of(said));
    }

    static Segment sound(Sound sound, int startMs, int lengthMs) {
        return new Segment(sound, startMs, lengthMs, -24, sound == Sound.KEY ? '5' : (char) 0);
    }

    static Report fire(Instant at) {
        return new Report(at, "FIRE", "rumah terbakar di dekat pasar", true);
    }

    static Duration ms(long ms) {
        return Duration.ofMillis(ms);
    }

    /** Each call's moments by its id, heard without a mistake. */
    static Map<String, List<Moment>> moments(SimulatedCall... calls) {
        Map<String, List<Moment>> moments = new HashMap<>();
        EvidenceBuilder.perfect(List.of(calls))
                .each(seen -> moments.put(seen.call().observed().callId(), seen.moments()));
        return moments;
    }
}
