package id.tanggap.triage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What holds for every call; 20,000 calls made by chance, the same on each run. */
class HoaxPolicyPropertiesTest {

    private static final int CALLS = 20_000;
    private final HoaxPolicy policy = new HoaxPolicy();

    @Test
    void noLifeThreatNoGenuineCallAndNo55IsEverTakenForAHoax() {
        forEveryCall(call -> {
            if (call.said().kind() == ReportKind.LIFE_THREAT
                    || call.disposition().equals(Optional.of(Disposition.NORMAL))
                    || call.dtmf().contains("55")) {
                double likelihood = policy.assess(call).hoaxLikelihood();
                assertTrue(likelihood <= 0.05, call + " " + likelihood);
            }
        });
    }

    @Test
    void noReportAndNoKeyPressIsEverInTheHoaxes() {
        forEveryCall(call -> {
            if (call.said().kind() != ReportKind.NONE || !call.dtmf().isEmpty()) {
                assertTrue(policy.assess(call).band() != Band.LIKELY_HOAX, call::toString);
            }
        });
    }

    @Test
    void withoutSoundOrAnOperatorsWordNoCallIsInTheHoaxes() {
        forEveryCall(call -> {
            Evidence unheard = with(call, Heard.NOTHING);
            if (call.disposition().isEmpty() || call.disposition().equals(Optional.of(Disposition.TEST))) {
                assertTrue(policy.assess(unheard).band() != Band.LIKELY_HOAX, unheard::toString);
            }
        });
    }

    @Test
    void aKeyPressWithoutAReportAlwaysDeservesAPerson() {
        forEveryCall(call -> {
            if (!call.dtmf().isEmpty() && call.said().kind() == ReportKind.NONE) {
                assertFalse(policy.assess(call).confident(), call::toString);
            }
        });
    }

    @Test
    void moreSilenceNeverLowersTheLikelihood() {
        Random random = new Random(7);
        forEveryCall(call -> {
            Heard heard = call.heard();
            Heard longer = EvidenceBuilder.of(
                    heard.speech(), heard.noise(), heard.silence().plus(time(random, 15)), heard.missingChunks());
            assertNotBelow(call, with(call, longer));
        });
    }

    @Test
    void moreSpeechNeverRaisesTheLikelihood() {
        Random random = new Random(8);
        forEveryCall(call -> {
            Heard heard = call.heard();
            Heard longer = EvidenceBuilder.of(
                    heard.speech().plus(time(random, 3)), heard.noise(), heard.silence(), heard.missingChunks());
            assertNotBelow(with(call, longer), call);
        });
    }

    @Test
    void reasonsAddUpToTheScore() {
        forEveryCall(call -> {
            Score score = policy.assess(call);
            double sum =
                    score.reasons().stream().mapToDouble(Reason::contribution).sum();
            assertEquals(score.hoaxLikelihood(), 1 / (1 + Math.exp(-sum)), 0.001, () -> call + " " + score);
        });
    }

    private void assertNotBelow(Evidence less, Evidence more) {
        double low = policy.assess(less).hoaxLikelihood();
        double high = policy.assess(more).hoaxLikelihood();
        assertTrue(high >= low, () -> high + " < " + low + "\n" + more + "\n" + less);
    }

    private static void forEveryCall(Consumer<Evidence> property) {
        Random random = new Random(112);
        for (int i = 0; i < CALLS; i++) {
            property.accept(any(random));
        }
    }

    private static Evidence any(Random random) {
        boolean answered = random.nextInt(4) > 0;
        Duration talk = time(random, 180);
        return new Evidence(
                one(random, CallerKind.values()),
                one(random, CallStatus.values()),
                answered,
                answered ? talk : Duration.ZERO,
                answered ? talk : Duration.ZERO,
                one(random, "", "", "", "5", "55", "1*3", "155#"),
                random.nextInt(5) == 0
                        ? Heard.NOTHING
                        : EvidenceBuilder.of(
                                random.nextBoolean() ? Duration.ZERO : time(random, 3),
                                random.nextBoolean() ? Duration.ZERO : time(random, 30),
                                random.nextBoolean() ? Duration.ZERO : time(random, 30),
                                random.nextInt(3)),
                Said.of(one(random, ReportKind.NONE, ReportKind.NONE, ReportKind.REPORT, ReportKind.LIFE_THREAT)),
                random.nextBoolean() ? Optional.empty() : Optional.of(one(random, Disposition.values())),
                EvidenceBuilder.record(
                        random.nextInt(3) * random.nextDouble() * 5, random.nextInt(3) * random.nextDouble() * 5),
                Corroboration.NONE);
    }

    private static Evidence with(Evidence call, Heard heard) {
        return new Evidence(
                call.caller(),
                call.status(),
                call.answered(),
                call.sinceAnswer(),
                call.talk(),
                call.dtmf(),
                heard,
                call.said(),
                call.disposition(),
                call.record(),
                call.others());
    }

    private static Duration time(Random random, int seconds) {
        return Duration.ofMillis(20L * random.nextInt(seconds * 50));
    }

    @SafeVarargs
    private static <T> T one(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}
