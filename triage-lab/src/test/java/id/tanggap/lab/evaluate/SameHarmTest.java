package id.tanggap.lab.evaluate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.world.Kind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class SameHarmTest {
    private static final int JUDGES = Evaluation.FIRST_RULE;

    /** One judge knows the hoaxes from the start, the other cannot tell half of them from one genuine call in a hundred. */
    @Test
    void a_judge_that_needs_more_harm_for_the_same_saves_less_at_the_same_harm() {
        List<Watched> calls = new ArrayList<>();
        calls.addAll(Collections.nCopies(50, call(Kind.GHOST, .8f, .9f)));
        calls.addAll(Collections.nCopies(50, call(Kind.PRANK, .6f, .9f)));
        calls.addAll(Collections.nCopies(99, call(Kind.GENUINE, .1f, .1f)));
        calls.add(call(Kind.GENUINE, .7f, .1f));

        List<String> lines = SameHarm.lines(calls, Collections.nCopies(JUDGES, "judge"));

        assertTrue(lines.get(1).matches("  judge +1: 50.0% +5: 50.0% +20: 100.0%"), lines::toString);
        assertTrue(lines.get(2).matches("  judge +1: 100.0% +5: 100.0% +20: 100.0%"), lines::toString);
        assertTrue(lines.get(3).contains("1: +50.0 ("), lines::toString);
    }

    private static Watched call(Kind kind, float additive, float boosted) {
        float[][] likelihoods = new float[JUDGES][2];
        likelihoods[Evaluation.BY_LIKELIHOOD] = new float[] {additive, additive};
        likelihoods[Evaluation.BOOSTED_BY_LIKELIHOOD] = new float[] {boosted, boosted};
        return new Watched(
                kind,
                false,
                false,
                HandOver.NONE,
                Watched.NEVER,
                Watched.NEVER,
                0,
                new int[] {0, 10_000},
                new boolean[] {true, true},
                likelihoods,
                likelihoods,
                likelihoods);
    }
}
