package id.tanggap.triage.policy;

import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;

/** Evidence made by chance, the same on each run, with every field varied and every rule met often. */
public final class AnyEvidence {

    private AnyEvidence() {}

    /** Shows this many calls. */
    public static void each(int calls, Consumer<Evidence> property) {
        Random random = new Random(112);
        for (int i = 0; i < calls; i++) {
            property.accept(next(random));
        }
    }

    public static Evidence next(Random random) {
        boolean answered = random.nextInt(4) > 0;
        Duration since = answered ? time(random, 180) : Duration.ZERO;
        CallStatus status = one(random, CallStatus.values());
        return new Evidence(
                one(random, CallerKind.values()),
                status,
                answered,
                since,
                status.isOver() ? since : Duration.ZERO,
                one(random, "", "", "", "5", "55", "1*3", "155#"),
                random.nextInt(5) == 0 ? Heard.NOTHING : heard(random),
                said(random),
                random.nextBoolean() ? Optional.empty() : Optional.of(one(random, Disposition.values())),
                random.nextInt(4) == 0 ? CallerRecord.UNKNOWN : record(random),
                new Corroboration(one(random, 0, 0, 0, 0, 1, 3), one(random, 0, 0, 4, 30)));
    }

    public static CallerRecord record(Random random) {
        return new CallerRecord(
                true,
                few(random),
                few(random),
                few(random),
                few(random),
                few(random),
                few(random),
                few(random),
                random.nextInt(8),
                random.nextInt(20),
                random.nextDouble(),
                random.nextInt(4) == 0);
    }

    private static Heard heard(Random random) {
        Duration speech = random.nextBoolean() ? Duration.ZERO : time(random, 3);
        Duration engine = random.nextBoolean() ? Duration.ZERO : time(random, 30);
        Duration other = random.nextBoolean() ? Duration.ZERO : time(random, 10);
        Duration silence = random.nextBoolean() ? Duration.ZERO : time(random, 30);
        return new Heard(
                speech,
                engine,
                other,
                silence,
                random.nextInt(4) > 0 ? Duration.ZERO : time(random, 3),
                covered(random, engine.plus(other)),
                speech.isPositive() ? Optional.of(time(random, 8)) : Optional.empty(),
                engine.plus(other).plus(silence).dividedBy(1 + random.nextInt(3)),
                one(random, "", "", "", "", "5", "55"),
                one(random, 0, 0, 0, 0, 0, 2),
                -70 + 50 * random.nextDouble(),
                random.nextInt(3));
    }

    /** Often none, never more than there is of other sound. */
    private static Duration covered(Random random, Duration noise) {
        return random.nextBoolean() ? Duration.ZERO : noise.dividedBy(1 + random.nextInt(6));
    }

    private static Said said(Random random) {
        ReportKind kind = one(random, ReportKind.NONE, ReportKind.NONE, ReportKind.REPORT, ReportKind.LIFE_THREAT);
        if (kind == ReportKind.NONE) {
            return Said.NOTHING;
        }
        Set<Indicator> indicators = random.nextBoolean() ? Set.of() : Set.of(one(random, Indicator.values()));
        return new Said(kind, Optional.of("HOUSE_FIRE"), indicators, random.nextGaussian() * 4);
    }

    private static double few(Random random) {
        return random.nextInt(3) * random.nextDouble() * 5;
    }

    public static Duration time(Random random, int seconds) {
        return Duration.ofMillis(20L * random.nextInt(seconds * 50));
    }

    @SafeVarargs
    public static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
