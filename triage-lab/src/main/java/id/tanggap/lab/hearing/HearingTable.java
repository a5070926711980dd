package id.tanggap.lab.hearing;

import id.tanggap.lab.table.Finding;
import id.tanggap.lab.table.Goal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * Measures on labelled clips, and on mixtures made of them, how well the line is heard. No weight is trained on these clips;
 * the few numbers of the noise filter were chosen on mixtures of them.
 */
final class HearingTable {
    private static final int SIRENS = 90;
    private static final String CLEAN = "speech_clean";
    private static final String ENGINE = "engine_only";

    private final Line line;
    private final List<Clip> clips;

    HearingTable(Line line, List<Clip> clips) {
        this.line = line;
        this.clips = clips;
    }

    List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        findings.add(speechPresent());
        findings.addAll(speechUnderEngines());
        findings.add(briefSpeech());
        findings.addAll(mistaken());
        findings.addAll(engines());
        findings.addAll(distress());
        findings.addAll(keys());
        return findings;
    }

    private Finding speechPresent() {
        return Figures.auroc(
                "speech",
                "speech present or not, clips (20 to 0 dB, whisper level)",
                Goal.atLeast(0.999, "0.999"),
                of(Clip::spoken),
                of(clip -> !clip.spoken()),
                line::speech);
    }

    private List<Finding> speechUnderEngines() {
        Mixtures mixtures = new Mixtures(1);
        List<Sounding> engines = of(ENGINE);
        List<Sounding> alone = each(engines, 3, engine -> mixtures.alone(engine.sound()));
        List<Finding> findings = new ArrayList<>();
        for (int snr : new int[] {0, -5, -10}) {
            List<Sounding> under = each(
                    underEngines(),
                    4,
                    speech -> mixtures.speech(
                            speech.sound(), mixtures.pick(engines).sound(), snr));
            findings.add(Figures.auroc(
                    "speech-at" + snr,
                    "speech mixed with engines at %d dB, against engines alone".formatted(snr),
                    snr == 0 ? Goal.NONE : snr == -5 ? Goal.atLeast(0.97, "0.97") : Goal.atLeast(0.90, "0.90"),
                    under,
                    alone,
                    line::voice));
            if (snr == -10) {
                findings.add(Figures.auroc(
                        "sure-speech-at-10",
                        "the same at -10 dB by sure speech alone, covered voices left out",
                        Goal.NONE,
                        under,
                        alone,
                        line::speech));
                findings.add(Figures.share(
                        "covered-found",
                        "speech mixed with engines at -10 dB, sure or covered voice found",
                        Goal.NONE,
                        under,
                        found(under, this::speechOrCovered)));
                findings.add(Figures.share(
                        "covered-engines",
                        "engines alone in which one is found",
                        Goal.NONE,
                        alone,
                        found(alone, this::speechOrCovered)));
            }
        }
        return findings;
    }

    /** The threshold is the one at which 2% of engines alone are taken for speech. */
    private Finding briefSpeech() {
        Mixtures mixtures = new Mixtures(2);
        List<Sounding> engines = of(ENGINE);
        double[] alone = each(engines, 6, engine -> mixtures.alone(engine.sound())).stream()
                .mapToDouble(engine -> line.speech(engine.sound()))
                .sorted()
                .toArray();
        double threshold = alone.length == 0 ? 1 : alone[(int) Math.ceil(0.98 * alone.length) - 1];
        List<Sounding> brief = each(
                underEngines(),
                6,
                speech -> mixtures.brief(speech.sound(), mixtures.pick(engines).sound(), 5));
        return Figures.share(
                "speech-brief",
                "under 1 s of speech in 5 s of engine at 5 dB, found at 2% false alarms",
                Goal.atLeast(0.9, "90%"),
                brief,
                found(brief, sound -> line.speech(sound) > threshold));
    }

    private List<Finding> mistaken() {
        return List.of(
                count(
                        "engine-as-speech",
                        "engine-only clips taken for speech",
                        Goal.atMost(0.02, "2%"),
                        of(ENGINE),
                        line::spokenIn),
                count(
                        "whisper-as-silence",
                        "whisper-level speech taken for silence",
                        Goal.atMost(0.02, "2%"),
                        of("speech_whisper_level"),
                        sound -> !line.spokenIn(sound)));
    }

    private List<Finding> engines() {
        List<Sounding> others = of(is(ENGINE).negate().and(is("speech_engine").negate()));
        Goal goal = Goal.atLeast(0.97, "0.97");
        return List.of(
                Figures.auroc(
                        "engine",
                        "engine against all other sounds and speech, none over an engine",
                        goal,
                        of(ENGINE),
                        others,
                        line::engine),
                Figures.auroc(
                        "engine-strict",
                        "the same, speech over engines among the others",
                        Goal.NONE,
                        of(ENGINE),
                        of(is(ENGINE).negate()),
                        line::engine),
                Figures.auroc(
                        "engine-unseen",
                        "the same as the first, engines of sources not trained on",
                        Goal.NONE,
                        of(is(ENGINE).and(clip -> !clip.source().contains("torcs"))),
                        others,
                        line::engine));
    }

    private List<Finding> distress() {
        List<Finding> findings = new ArrayList<>();
        Goal goal = Goal.atLeast(0.9, "90%");
        findings.add(count("crying", "crying child counted as evidence", goal, of("crying_baby"), line::inDistress));
        Sirens sirens = new Sirens(3);
        Mixtures mixtures = new Mixtures(3);
        List<Sounding> engines = of(ENGINE);
        for (int snr : new int[] {20, 5}) {
            List<Sounding> mixed = IntStream.range(0, engines.isEmpty() ? 0 : SIRENS)
                    .mapToObj(siren -> new Sounding(
                            siren,
                            mixtures.speech(sirens.any(), mixtures.pick(engines).sound(), snr)))
                    .toList();
            findings.add(count(
                    "siren-at" + snr,
                    "siren (synthetic) %d dB over an engine counted as evidence".formatted(snr),
                    goal,
                    mixed,
                    line::inDistress));
        }
        findings.add(count(
                "calm-as-distress",
                "anything else counted as crying or siren",
                Goal.NONE,
                of(is("crying_baby").negate()),
                line::inDistress));
        return findings;
    }

    private List<Finding> keys() {
        return List.of(
                count("keys", "keys heard in clips of keys", Goal.NONE, of("dtmf"), this::pressed),
                count(
                        "keys-elsewhere",
                        "keys heard elsewhere",
                        Goal.NONE,
                        of(is("dtmf").negate()),
                        this::pressed),
                count(
                        "taps-anywhere",
                        "taps heard anywhere, though there are none",
                        Goal.NONE,
                        of(clip -> true),
                        sound -> line.hear(sound).taps() > 0));
    }

    private boolean speechOrCovered(short[] sound) {
        return line.spokenIn(sound) || line.coveredIn(sound);
    }

    private boolean pressed(short[] sound) {
        return !line.hear(sound).keys().isEmpty();
    }

    private static Finding count(
            String code, String measure, Goal goal, List<Sounding> sounds, Predicate<short[]> hit) {
        long hits = sounds.stream().map(Sounding::sound).filter(hit).count();
        return Figures.share(code, measure, goal, hits, sounds.size());
    }

    private static boolean[] found(List<Sounding> sounds, Predicate<short[]> hit) {
        boolean[] found = new boolean[sounds.size()];
        for (int i = 0; i < found.length; i++) {
            found[i] = hit.test(sounds.get(i).sound());
        }
        return found;
    }

    /** Speech to be mixed with engines, if there are any. */
    private List<Sounding> underEngines() {
        return of(ENGINE).isEmpty() ? List.of() : of(CLEAN);
    }

    /** So many made of each. */
    private static List<Sounding> each(List<Sounding> sounds, int times, Function<Sounding, short[]> made) {
        return sounds.stream()
                .flatMap(
                        sound -> IntStream.range(0, times).mapToObj(i -> new Sounding(sound.clip(), made.apply(sound))))
                .toList();
    }

    private static Predicate<Clip> is(String label) {
        return clip -> clip.label().equals(label);
    }

    private List<Sounding> of(String label) {
        return of(is(label));
    }

    private List<Sounding> of(Predicate<Clip> wanted) {
        return IntStream.range(0, clips.size())
                .filter(i -> wanted.test(clips.get(i)))
                .mapToObj(i -> new Sounding(i, clips.get(i).sound()))
                .toList();
    }
}
