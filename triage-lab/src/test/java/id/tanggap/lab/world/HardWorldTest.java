package id.tanggap.lab.world;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.world.sound.Sound;
import id.tanggap.lab.world.sound.Track;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** No sound, number, place or word alone tells what a call is. */
class HardWorldTest {
    private final List<SimulatedCall> answered = Worlds.answered(Worlds.year("jepara"));
    private final List<SimulatedCall> hoaxes = only(call -> call.truth().kind().hoax());
    private final List<SimulatedCall> genuine = only(call -> call.truth().kind() == Kind.GENUINE);

    @ParameterizedTest
    @EnumSource(Sound.class)
    void every_sound_is_heard_in_hoaxes_and_in_genuine_calls(Sound sound) {
        Predicate<SimulatedCall> heard = call -> heardMs(call, sound) > 0;
        assertTrue(hoaxes.stream().anyMatch(heard));
        assertTrue(genuine.stream().anyMatch(heard));
    }

    @Test
    void one_genuine_caller_in_thirty_or_more_says_nothing_for_eight_seconds() {
        Predicate<SimulatedCall> late = call -> call.observed().track().firstMs(Sound.SPEECH) >= 8_000;
        double share = Worlds.share(genuine, late);
        assertTrue(share > 0.03 && share < 0.2, () -> "" + share);
    }

    @Test
    void more_calls_with_a_key_or_tap_are_idle_than_are_in_distress() {
        List<SimulatedCall> signs = only(Signs::given);
        double distress = Worlds.share(signs, call -> call.truth().kind() == Kind.GENUINE);
        assertTrue(distress > 0.02 && distress < 0.5, () -> "" + distress);
    }

    @Test
    void some_who_cannot_speak_give_no_sign() {
        List<SimulatedCall> speechless = only(call -> call.truth().cannotSpeak());
        double without = Worlds.share(speechless, call -> !Signs.given(call));
        assertTrue(without > 0.2 && without < 0.5, () -> "" + without);
    }

    @Test
    void no_threshold_on_speech_tells_hoax_from_genuine() {
        double best = 0;
        for (int ms = 0; ms < 60_000; ms += 500) {
            int least = ms;
            double genuineAbove = Worlds.share(genuine, call -> heardMs(call, Sound.SPEECH) >= least);
            double hoaxBelow = Worlds.share(hoaxes, call -> heardMs(call, Sound.SPEECH) < least);
            best = Math.max(best, (genuineAbove + hoaxBelow) / 2);
        }
        double found = best;
        assertTrue(found < 0.95, () -> "balanced accuracy of speech alone " + found);
    }

    @Test
    void numbers_of_families_carry_hoaxes_and_then_needs() {
        Set<String> played = new HashSet<>();
        int after = 0;
        for (SimulatedCall call : answered) {
            String number = call.observed().caller().orElse("");
            if (call.truth().kind().hoax() && !number.isEmpty()) {
                played.add(number);
            } else if (call.truth().kind() == Kind.GENUINE && played.contains(number)) {
                after++;
            }
        }
        double share = (double) after / genuine.size();
        assertTrue(share > 0.02 && share < 0.1, () -> "" + share);
    }

    @Test
    void schoolyards_and_accidents_both_bring_several_numbers_to_one_place() {
        assertTrue(together(Habit.SCHOOLYARD) > 20);
        assertTrue(together(Habit.CALM) > 20);
    }

    @Test
    void stories_are_written_down_like_needs() {
        Set<String> needs = categories(genuine);
        Set<String> stories = categories(only(call -> call.truth().habit() == Habit.STORYTELLER));
        assertTrue(stories.size() >= 5 && needs.containsAll(stories));
    }

    @Test
    void crews_find_nothing_at_some_needs_and_something_at_some_stories() {
        assertTrue(genuine.stream().anyMatch(call -> outcome(call, Outcome.NOTHING_THERE)));
        assertTrue(only(call -> call.truth().kind() != Kind.GENUINE).stream()
                .anyMatch(call -> outcome(call, Outcome.FOUND)));
        assertTrue(genuine.stream().anyMatch(call -> outcome(call, Outcome.DUPLICATE)));
    }

    private List<SimulatedCall> only(Predicate<SimulatedCall> which) {
        return answered.stream().filter(which).toList();
    }

    private static int heardMs(SimulatedCall call, Sound sound) {
        Track track = call.observed().track();
        return track.heardMs(sound, track.lengthMs());
    }

    private static boolean outcome(SimulatedCall call, Outcome outcome) {
        return call.observed().outcome().filter(said -> said.what() == outcome).isPresent();
    }

    private static Set<String> categories(List<SimulatedCall> calls) {
        return calls.stream()
                .flatMap(call -> call.observed().report().stream())
                .map(Report::category)
                .collect(Collectors.toSet());
    }

    /** Calls of a habit with one of another handset within 300 m and half an hour before. */
    private long together(Habit habit) {
        List<SimulatedCall> calls = only(call -> call.truth().habit() == habit);
        List<SimulatedCall> found = new ArrayList<>();
        for (int i = 0; i < calls.size(); i++) {
            ObservedCall one = calls.get(i).observed();
            for (int j = i - 1; j >= 0; j--) {
                ObservedCall other = calls.get(j).observed();
                if (other.startedAt().isBefore(one.startedAt().minusSeconds(1_800))) {
                    break;
                }
                if (!other.caller().equals(one.caller()) && other.place().kmTo(one.place()) < 0.3) {
                    found.add(calls.get(i));
                    break;
                }
            }
        }
        return found.size();
    }
}
