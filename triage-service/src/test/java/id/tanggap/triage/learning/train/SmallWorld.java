package id.tanggap.triage.learning.train;

import id.tanggap.triage.audio.Heard;
import id.tanggap.triage.model.Feature;
import id.tanggap.triage.policy.CallStatus;
import id.tanggap.triage.policy.CallerKind;
import id.tanggap.triage.policy.CallerRecord;
import id.tanggap.triage.policy.Corroboration;
import id.tanggap.triage.policy.Evidence;
import id.tanggap.triage.policy.ReportKind;
import id.tanggap.triage.policy.Said;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** A crude world of calls to learn from in tests: enough to tell a trainer that works from one that does not. */
public final class SmallWorld {

    private final Random random;

    public SmallWorld(long seed) {
        random = new Random(seed);
    }

    public List<Sample> samples(int count) {
        return IntStream.range(0, count).mapToObj(i -> next(i)).toList();
    }

    private Sample next(int i) {
        Label label = kind(random.nextDouble());
        return new Sample(Feature.vector(evidence(label)), label, "caller-" + i / 2, 1);
    }

    private static Label kind(double chance) {
        if (chance < 0.35) {
            return Label.GHOST;
        }
        return chance < 0.65 ? Label.PRANK : chance < 0.85 ? Label.INFORMATION : Label.GENUINE;
    }

    public Evidence evidence(Label label) {
        double since = 5 + random.nextInt(2) * 5;
        // One ghost in ten murmurs, one genuine caller in fifty cannot speak.
        boolean speaks = random.nextDouble()
                < switch (label) {
                    case GHOST -> 0.1;
                    case PRANK -> 0.6;
                    case INFORMATION -> 0.97;
                    case GENUINE -> 0.98;
                };
        double speech = speaks ? Math.min(since, 0.3 + random.nextDouble() * since * 0.8) : 0;
        boolean engine = label == Label.PRANK && random.nextDouble() < 0.4;
        boolean report = !label.hoax() && random.nextDouble() < 0.3 || random.nextDouble() < 0.02;
        return new Evidence(
                CallerKind.SUBSCRIBER,
                CallStatus.ANSWERED,
                true,
                time(since),
                Duration.ZERO,
                "",
                heard(speech, since - speech, engine),
                report
                        ? new Said(ReportKind.REPORT, Optional.empty(), java.util.Set.of(), label.hoax() ? 1 : -1)
                        : Said.NOTHING,
                Optional.empty(),
                record(label),
                Corroboration.NONE);
    }

    private Heard heard(double speech, double rest, boolean engine) {
        return new Heard(
                time(speech),
                engine ? time(rest) : Duration.ZERO,
                Duration.ZERO,
                engine ? Duration.ZERO : time(rest),
                Duration.ZERO,
                Duration.ZERO,
                speech > 0 ? Optional.of(time(random.nextDouble() * rest)) : Optional.empty(),
                time(rest * (speech > 0 ? 0.5 : 1)),
                "",
                0,
                -30,
                0);
    }

    private CallerRecord record(Label label) {
        double past = random.nextDouble() < 0.3 ? 1 + random.nextDouble() * 3 : 0;
        return new CallerRecord(
                random.nextDouble() < 0.9,
                label == Label.GHOST ? past : 0,
                label == Label.PRANK ? past : random.nextDouble() < 0.05 ? 1 : 0,
                0,
                label == Label.INFORMATION ? past : 0,
                label == Label.GENUINE ? past : 0,
                0,
                0,
                label.hoax() ? random.nextInt(4) : random.nextInt(2),
                0,
                0,
                past == 0);
    }

    private static Duration time(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1_000));
    }
}
