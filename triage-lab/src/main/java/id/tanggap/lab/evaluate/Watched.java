package id.tanggap.lab.evaluate;

import id.tanggap.lab.statistics.AdvisedCall;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.lab.world.sound.Segment;
import id.tanggap.lab.world.sound.Sound;
import id.tanggap.lab.world.sound.Track;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * One answered call as judges saw it from moment to moment, with its truth.
 *
 * @param spoken whether there was a second of speech, from which on triage never advises against a call
 * @param signMs since the answer, when a caller who cannot speak had first pressed or tapped; {@link #NEVER} otherwise
 * @param ms of each moment since the answer, the last is the end
 * @param milestone of each moment, whether calibration is measured there
 * @param hoax likelihoods by judge and moment
 * @param ghost likewise
 */
record Watched(
        Kind kind,
        boolean lifeThreat,
        boolean spoken,
        int signMs,
        int caller,
        int[] ms,
        boolean[] milestone,
        float[][] hoax,
        float[][] ghost) {

    static final int NEVER = Integer.MAX_VALUE;

    static Watched of(SimulatedCall call, int caller, List<Moment> moments, List<? extends Judge> judges) {
        int[] ms = new int[moments.size()];
        boolean[] milestone = new boolean[ms.length];
        float[][] hoax = new float[judges.size()][ms.length];
        float[][] ghost = new float[judges.size()][ms.length];
        for (int i = 0; i < ms.length; i++) {
            ms[i] = moments.get(i).ms();
            milestone[i] = moments.get(i).milestone();
            for (int j = 0; j < judges.size(); j++) {
                Judge.Verdict verdict = judges.get(j).of(moments.get(i).evidence());
                hoax[j][i] = (float) verdict.hoax();
                ghost[j][i] = (float) verdict.ghost();
            }
        }
        return new Watched(
                call.truth().kind(),
                call.truth().lifeThreat(),
                call.observed().track().heardMs(Sound.SPEECH, Integer.MAX_VALUE) >= 1_000,
                call.truth().cannotSpeak() ? signMs(call.observed().track()) : NEVER,
                caller,
                ms,
                milestone,
                hoax,
                ghost);
    }

    /** From the answer to the end. */
    Duration talk() {
        return Duration.ofMillis(ms[ms.length - 1]);
    }

    boolean genuine() {
        return kind == Kind.GENUINE;
    }

    /** First moment from {@code fromMs} on at which a likelihood reaches the threshold, {@link #NEVER} if none. */
    static int reaches(float[] likelihood, int[] ms, double threshold, int fromMs) {
        for (int i = 0; i < ms.length; i++) {
            // What was a double before it was kept as a float.
            if (ms[i] >= fromMs && likelihood[i] >= (float) threshold) {
                return ms[i];
            }
        }
        return NEVER;
    }

    int lowest(int judge, double threshold) {
        return reaches(hoax[judge], ms, threshold, 0);
    }

    int lowestAfterSign(int judge, double threshold) {
        return signMs == NEVER ? NEVER : reaches(hoax[judge], ms, threshold, signMs);
    }

    AdvisedCall advised(int judge, double threshold) {
        int lowest = lowest(judge, threshold);
        return new AdvisedCall(
                kind.hoax(),
                genuine(),
                talk(),
                lowest == NEVER ? Optional.empty() : Optional.of(Duration.ofMillis(lowest)));
    }

    /** When the first key has been let go, or the second knock has been made: one knock alone is no answer. */
    private static int signMs(Track track) {
        int key = track.segments().stream()
                .filter(each -> each.sound() == Sound.KEY)
                .mapToInt(Segment::endMs)
                .findFirst()
                .orElse(NEVER);
        int tap = track.segments().stream()
                .filter(each -> each.sound() == Sound.TAP)
                .mapToInt(Segment::endMs)
                .skip(1)
                .findFirst()
                .orElse(NEVER);
        return Math.min(key, tap);
    }
}
