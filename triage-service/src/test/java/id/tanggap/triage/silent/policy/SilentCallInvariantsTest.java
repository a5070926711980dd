package id.tanggap.triage.silent.policy;

import static id.tanggap.triage.silent.policy.SilentFactsBuilder.TIMING;
import static id.tanggap.triage.silent.policy.SilentFactsBuilder.at;
import static id.tanggap.triage.silent.policy.SilentFactsBuilder.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.policy.Disposition;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What holds whatever happens, in random lives of calls; a repetition's number is its seed. */
class SilentCallInvariantsTest {

    private final SilentCallPolicy policy = new SilentCallPolicy(TIMING);

    @Test
    void no_advice_ends_drops_or_delays_a_call() {
        assertEquals(
                Set.of("NOTHING", "PLAY_PROMPT", "KEEP_LINE_OPEN", "RING_BACK", "A_PERSON_DECIDES", "CONNECT_NOW"),
                Set.copyOf(EnumSet.allOf(Advice.class).stream().map(Enum::name).toList()));
    }

    @RepeatedTest(500)
    void a_genuine_signal_always_ends_at_a_person_and_silence_at_last_too(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SilentFactsBuilder life = call();
        if (random.nextBoolean()) {
            life.withheld();
        }
        Stage stage = policy.begin(life.build(), at(0)).orElseThrow();
        int second = 0;
        for (int event = 0; event < 12; event++) {
            second += 1 + random.nextInt(40);
            happen(life, random, second);
            stage = walk(stage, life, second);
        }
        Stage signalled = walk(stage, signal(life, random), second + 1);

        assertEquals(Step.PERSON_NOW, signalled.step(), "the signal was lost");
        assertTrue(signalled.due().isEmpty(), "only a person ends it");
        assertEquals(signalled.step(), walk(signalled, life, second + 1_000_000).step(), "nor does time");
    }

    @RepeatedTest(200)
    void without_a_word_from_anybody_every_silent_call_comes_to_a_person(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        SilentFactsBuilder life = call().silent(random.nextInt(8));
        if (random.nextBoolean()) {
            life.withheld();
        }
        Stage stage = policy.begin(life.build(), at(0)).orElseThrow();
        int ends = random.nextInt(60);
        for (int second = 0; second <= 3_600; second++) {
            if (second == ends) {
                life.over();
            }
            stage = walk(stage, life, second);
        }
        assertEquals(Step.PERSON, stage.step());
    }

    private static void happen(SilentFactsBuilder life, Random random, int second) {
        switch (random.nextInt(7)) {
            case 0 -> life.silent(second);
            case 1 -> life.over();
            case 2 -> life.said(Disposition.GHOST, second);
            case 3 -> life.said(Disposition.PRANK, second);
            case 4 -> life.played();
            case 5 -> life.decided();
            default -> life.silent(second / 2);
        }
    }

    private static SilentFactsBuilder signal(SilentFactsBuilder life, Random random) {
        return switch (random.nextInt(3)) {
            case 0 -> life.keys(1);
            case 1 -> life.taps(2);
            default -> life.crying(1_500);
        };
    }

    private Stage walk(Stage from, SilentFactsBuilder life, int second) {
        Stage stage = from;
        for (int i = 0; i < 10; i++) {
            stage = policy.next(stage, life.build(), at(second));
        }
        return stage;
    }
}
