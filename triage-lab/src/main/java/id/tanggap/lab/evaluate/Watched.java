package id.tanggap.lab.evaluate;

import id.tanggap.lab.statistics.AdvisedCall;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.lab.world.sound.Segment;
import id.tanggap.lab.world.sound.Sound;
import id.tanggap.lab.world.sound.Track;
import id.tanggap.triage.silent.policy.Timing;
import java.time.Duration;
import java.util.List;

/**
 * One answered call as judges saw it from moment to moment, with its truth.
 *
 * @param voiceless whether nobody said so much as "halo" from beginning to end
 * @param signOfLifeMs since the answer, when the caller first spoke, cried, pressed or tapped after the hand-over;
 *     {@link #NEVER} otherwise
 * @param signMs since the answer, when a caller who cannot speak had first pressed or tapped; {@link #NEVER} otherwise
 * @param ms of each moment since the answer, the last is the end
 * @param milestone of each moment, whether calibration is measured there
 * @param hoax likelihoods by judge and moment
 * @param lowest the same where nothing but the likelihood keeps the call out of the lowest band, else {@link #KEPT_OUT}
 * @param ghost likewise
 */
record Watched(
        Kind kind,
        boolean lifeThreat,
        boolean voiceless,
        HandOver handOver,
        int signOfLifeMs,
        int signMs,
        int caller,
        int[] ms,
        boolean[] milestone,
        float[][] hoax,
        float[][] lowest,
        float[][] ghost) {

    static final int NEVER = Integer.MAX_VALUE;

    static final float KEPT_OUT = -1;

    static Watched of(EvidenceBuilder.Seen seen, int caller, List<? extends Judge> judges) {
        SimulatedCall call = seen.call();
        Track track = call.observed().track();
        List<Moment> moments = seen.moments();
        HandOver handOver = seen.handOver();
        int[] ms = new int[moments.size()];
        boolean[] milestone = new boolean[ms.length];
        float[][] hoax = new float[judges.size()][ms.length];
        float[][] lowest = new float[judges.size()][ms.length];
        float[][] ghost = new float[judges.size()][ms.length];
        for (int i = 0; i < ms.length; i++) {
            ms[i] = moments.get(i).ms();
            milestone[i] = moments.get(i).milestone();
            for (int j = 0; j < judges.size(); j++) {
                Judge.Verdict verdict = judges.get(j).of(moments.get(i).evidence());
                hoax[j][i] = (float) verdict.hoax();
                lowest[j][i] = verdict.keptOut() ? KEPT_OUT : hoax[j][i];
                ghost[j][i] = (float) verdict.ghost();
            }
        }
        return new Watched(
                call.truth().kind(),
                call.truth().lifeThreat(),
                track.heardMs(Sound.SPEECH, Integer.MAX_VALUE)
                        < Timing.USUAL.spoke().toMillis(),
                handOver,
                signOfLifeMs(track, handOver.takenMs()),
                call.truth().cannotSpeak() ? signMs(track) : NEVER,
                caller,
                ms,
                milestone,
                hoax,
                lowest,
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
        return reaches(lowest[judge], ms, threshold, 0);
    }

    int lowestAfterSign(int judge, double threshold) {
        return signMs == NEVER ? NEVER : reaches(lowest[judge], ms, threshold, signMs);
    }

    /** With the advice of the band, from a likelihood on, and with the hand-over of a silent line where {@code handedOver}. */
    AdvisedCall advised(int judge, double threshold, boolean handedOver) {
        int talk = ms[ms.length - 1];
        int lowest = lowest(judge, threshold);
        int free = Math.max(0, talk - lowest) + (handedOver ? handOver.freeMs(talk, lowest) : 0);
        return new AdvisedCall(kind.hoax(), genuine(), talk(), Duration.ofMillis(free), lowest != NEVER);
    }

    private static int signOfLifeMs(Track track, int fromMs) {
        return track.segments().stream()
                .filter(each -> each.sound() != Sound.ENGINE && each.sound() != Sound.OTHER)
                .filter(each -> each.endMs() > fromMs)
                .mapToInt(each -> Math.max(fromMs, each.startMs()))
                .min()
                .orElse(NEVER);
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
