package id.tanggap.triage.model;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;

/**
 * The model of before any data, {@code additive-0}: every number with its source, natural log-odds towards a hoax. Run
 * {@link #main} to write it where the service finds it.
 */
public final class JudgedModel {

    /** Jepara, 20-21 May 2025: 75 of 89 calls were fake (0.84). Purworejo 2022-24: 2,317 of 2,802 (0.83) agrees. */
    private static final double BASE_RATE = Math.log(75.0 / 14);

    /** About one of 100 silent calls is answered in distress at the United Kingdom's prompt (50 of 5,000 a day). */
    private static final double SILENCE_MOST = Math.log(99) - BASE_RATE;

    /** Six tenths of silence. Judgement: Jepara's hoaxers let exhausts roar, but a roar may also hide a voice. */
    private static final double ENGINE_MOST = 0.6 * SILENCE_MOST;

    /** Purworejo: with the silent calls set aside 1,147 pranks stand against 485 calls with a need, instead of 2,317. */
    private static final double SPEECH = Math.log(1_147.0 / 485) - Math.log(2_317.0 / 485);

    /** Purworejo 2022-24. */
    private static final double GHOST_RATE = Math.log(1_170.0 / 1_147);

    /** Semarang 2025. */
    private static final double INFORMATION_RATE = Math.log(3_949.0 / 9_576);

    private JudgedModel() {}

    public static AdditiveModel additive0() {
        return new AdditiveModel(
                "additive-0",
                new Training("judgement and public figures of Jepara, Purworejo, Semarang; no data", 0, 0, null, null),
                Map.of(Dichotomy.HOAX, hoax(), Dichotomy.GHOST, ghost(), Dichotomy.INFORMATION, information()),
                Map.of());
    }

    private static Logit hoax() {
        EnumMap<Feature, Curve> curves = new EnumMap<>(Feature.class);
        // One in fear needs seconds to begin; after 20 s an operator has asked three times.
        curves.put(Feature.SILENCE, ramp(4, 20, SILENCE_MOST));
        curves.put(Feature.ENGINE, ramp(4, 20, ENGINE_MOST));
        curves.put(Feature.SPEECH, ramp(0.2, 1, SPEECH));
        // All below are judgements, kept small where they speak for a hoax.
        curves.put(Feature.DISTRESS, ramp(0.3, 3, -1.5));
        curves.put(Feature.KEYS, ramp(0, 1, -1));
        curves.put(Feature.TAPS, ramp(0, 1, -1));
        curves.put(Feature.TALK, ramp(30, 120, -1));
        curves.put(Feature.ABANDONED, ramp(0, 1, 0.2));
        curves.put(Feature.HUNG_UP_EARLY, ramp(0, 2, 0.2));
        curves.put(Feature.PAST_PRANKS, ramp(0, 2, 0.5));
        curves.put(Feature.PAST_GHOSTS, ramp(0, 4, 0.5));
        curves.put(Feature.PAST_GENUINE, ramp(0, 3, -1.5));
        curves.put(Feature.PAST_INFORMATION, ramp(0, 3, -1.5));
        curves.put(Feature.PAST_CONFIRMED, ramp(0, 3, -1.5));
        curves.put(Feature.REPORTED, ramp(0, 1, -3));
        curves.put(Feature.WORDS, new Curve(new double[] {-6, 0, 6}, new double[] {-3, 0, 3}));
        curves.put(Feature.INDICATORS, ramp(0, 2, -2));
        curves.put(Feature.INDEPENDENT, ramp(0, 3, -3));
        return new Logit(BASE_RATE, curves);
    }

    private static Logit ghost() {
        return new Logit(
                GHOST_RATE,
                Map.of(
                        Feature.SPEECH, ramp(0.2, 1, -3),
                        Feature.SILENCE, ramp(2, 10, 3),
                        Feature.ENGINE, ramp(2, 10, -3)));
    }

    private static Logit information() {
        return new Logit(
                INFORMATION_RATE,
                Map.of(
                        Feature.DISTRESS, ramp(0.3, 3, -2),
                        Feature.INDICATORS, ramp(0, 1, -3),
                        Feature.INDEPENDENT, ramp(0, 3, -2),
                        Feature.PAST_INFORMATION, ramp(0, 3, 1.5)));
    }

    private static Curve ramp(double from, double full, double most) {
        return new Curve(new double[] {from, full}, new double[] {0, most});
    }

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of("src/main/resources" + ModelFile.BUNDLED);
        Files.createDirectories(file.getParent());
        Files.writeString(file, ModelFile.of(additive0()).json() + "\n");
    }
}
