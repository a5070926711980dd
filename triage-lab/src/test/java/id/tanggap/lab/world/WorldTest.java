package id.tanggap.lab.world;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.world.centre.Centres;
import id.tanggap.lab.world.centre.Kecamatan;
import id.tanggap.lab.world.sound.Segment;
import id.tanggap.lab.world.sound.Sound;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WorldTest {

    @Test
    void the_same_seed_gives_the_same_calls_and_another_seed_others() {
        World world = World.of(Centres.named("jepara"), 20, 7);
        assertEquals(world.calls(), world.calls());
        assertNotEquals(world.calls(), World.of(Centres.named("jepara"), 20, 8).calls());
    }

    @Test
    void calls_come_in_order_and_each_thing_after_what_it_depends_on() {
        List<SimulatedCall> calls = Worlds.year("jepara");
        for (int i = 1; i < calls.size(); i++) {
            assertTrue(!calls.get(i)
                    .observed()
                    .startedAt()
                    .isBefore(calls.get(i - 1).observed().startedAt()));
        }
        for (SimulatedCall call : calls) {
            ObservedCall seen = call.observed();
            seen.answeredAt().ifPresent(at -> assertTrue(at.isAfter(seen.startedAt()) && at.isBefore(seen.endedAt())));
            seen.report().ifPresent(report -> {
                assertTrue(!report.at().isBefore(seen.answeredAt().orElseThrow()));
                assertTrue(!report.at().isAfter(seen.endedAt()));
            });
            seen.disposition().ifPresent(said -> assertTrue(said.at().isAfter(seen.endedAt())));
            seen.outcome().ifPresent(said -> assertTrue(seen.report().isPresent()));
            assertEquals(seen.talk().toMillis(), seen.track().lengthMs());
        }
    }

    @Test
    void segments_of_one_sound_do_not_overlap_and_stay_within_the_call() {
        for (SimulatedCall call : Worlds.year("jepara")) {
            Map<Sound, Integer> ends = new EnumMap<>(Sound.class);
            for (Segment segment : call.observed().track().segments()) {
                assertTrue(segment.endMs() <= call.observed().track().lengthMs());
                assertTrue(segment.startMs() >= ends.getOrDefault(segment.sound(), 0), call::toString);
                ends.put(segment.sound(), segment.endMs());
            }
        }
    }

    @Test
    void every_call_is_inside_its_kecamatan() {
        Map<String, Kecamatan> area = new HashMap<>();
        Centres.named("jepara").area().forEach(one -> area.put(one.name(), one));
        assertEquals(16, area.size());
        for (SimulatedCall call : Worlds.year("jepara")) {
            Kecamatan in = area.get(call.observed().place().kecamatan());
            Place middle = new Place(in.name(), in.lat(), in.lon());
            assertTrue(call.observed().place().kmTo(middle) <= in.radiusKm() + 0.11);
        }
    }

    @Test
    void nobody_answers_outside_service_hours_but_some_call() {
        List<SimulatedCall> outside = Worlds.year("jepara").stream()
                .filter(call -> !Centres.named("jepara")
                        .hours()
                        .open(call.observed()
                                .startedAt()
                                .atOffset(ZoneOffset.ofHours(7))
                                .getHour()))
                .toList();
        assertTrue(outside.size() > 100);
        assertTrue(outside.stream().allMatch(call -> call.observed().abandoned()));
    }

    @Test
    void a_year_of_a_hundred_thousand_calls_takes_seconds() {
        long begun = System.nanoTime();
        int calls = World.of(Centres.named("jakarta"), 365, 2).calls().size();
        Duration took = Duration.ofNanos(System.nanoTime() - begun);
        assertTrue(calls > 100_000);
        // Some 3 s here; a busy machine is given more.
        assertTrue(took.toSeconds() < 30, took::toString);
    }
}
