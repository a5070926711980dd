package id.tanggap.triage.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.model.AnyModel;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What holds for every call whatever the model: 10,000 calls by chance, each judged by another model made by chance. */
class RulesAboveAnyModelTest {

    private static final int CALLS = 10_000;

    @Test
    void noLifeThreatNoGenuineCallAndNo55IsEverTakenForAHoax() {
        named(call -> call.said().lifeThreat(), "LIFE_THREAT_REPORT", Limits.GENUINE);
        named(call -> call.disposition().equals(Optional.of(Disposition.NORMAL)), "OPERATOR_NORMAL", Limits.GENUINE);
        named(call -> (call.dtmf() + " " + call.heard().keys()).contains("55"), "SILENT_SOLUTION", Limits.GENUINE);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "LIFE_THREAT")
    void aReportOfDangerIsAlwaysAmongTheGenuineCalls(Indicator indicator) {
        named(call -> call.said().indicators().contains(indicator), indicator + "_REPORT", Limits.SERIOUS);
    }

    @Test
    void noReportIsEverInTheHoaxes() {
        named(call -> call.said().kind() != ReportKind.NONE, "REPORTED", Limits.NEVER_HOAX);
    }

    @Test
    void noKeyToldOrHeardAndNoTapIsEverInTheHoaxes() {
        named(call -> !call.dtmf().isEmpty(), "KEY_PRESSED", Limits.NEVER_HOAX);
        named(call -> !call.heard().keys().isEmpty(), "KEY_PRESSED", Limits.NEVER_HOAX);
        named(call -> call.heard().taps() > 0, "TAPPED", Limits.NEVER_HOAX);
    }

    @Test
    void noCorroboratedCallIsEverInTheHoaxes() {
        named(call -> call.others().independentCallers() == 1, "CORROBORATED", Limits.NEVER_HOAX);
        named(call -> call.others().independentCallers() > 1, "CORROBORATED_TWICE", Limits.SERIOUS);
    }

    @Test
    void aFirstCallWithSpeechIsNoHoaxUntilAnOperatorSaysSo() {
        named(
                call -> call.record().firstEver() && call.heard().speech().toMillis() > 200 && withoutAHoaxSaid(call),
                "FIRST_CALL_WITH_SPEECH",
                Limits.NEVER_HOAX);
    }

    @Test
    void cryingOrASirenIsNoHoaxUntilAnOperatorSaysSo() {
        named(
                call -> call.heard().distress().compareTo(Duration.ofSeconds(1)) >= 0 && withoutAHoaxSaid(call),
                "DISTRESS_RULE",
                Limits.NEVER_HOAX);
    }

    @Test
    void aVoiceUnderAnEngineIsNoHoaxUntilAnOperatorSaysSo() {
        named(
                call -> call.heard().covered().toMillis() >= 1_500
                        && call.heard().coveredShare() >= 0.3
                        && withoutAHoaxSaid(call),
                "COVERED_VOICE",
                Limits.NEVER_HOAX);
    }

    @Test
    void untilAnOperatorSaysSoOnlyHabitualSilenceThatWasListenedToIsInTheHoaxes() {
        int[] hoaxes = {0};
        each((call, policy) -> {
            Score score = policy.assess(call);
            if (withoutAHoaxSaid(call) && score.band() == Band.LIKELY_HOAX) {
                hoaxes[0]++;
                assertTrue(call.heard().speech().toMillis() <= 200, call::toString);
                assertTrue(call.heard().withoutSpeech().toMillis() > 4_000, call::toString);
                assertTrue(
                        call.status().isOver() || call.heard().withoutSpeech().toSeconds() >= 25, call::toString);
                assertTrue(call.record().pranks() + call.record().ghosts() / 2 >= 2.5, call::toString);
                assertEquals(0, call.record().genuine() + call.record().confirmed(), call::toString);
            }
        });
        assertTrue(hoaxes[0] > 0, "no such call");
    }

    @Test
    void aMachineAloneIsNeverCertain() {
        each((call, policy) -> {
            if (withoutAHoaxSaid(call)) {
                assertTrue(policy.assess(call).hoaxLikelihood() <= Limits.MACHINE, call::toString);
            }
        });
    }

    @Test
    void whatKeepsACallOutOfTheHoaxesIsNamedAndLeavesTheLikelihoodAsItIs() {
        each((call, policy) -> {
            Score score = policy.assess(call);
            if (score.band() != Band.of(score.hoaxLikelihood())) {
                assertEquals(Band.UNSURE, score.band());
                assertTrue(
                        score.reasons().stream()
                                .filter(reason -> reason.contribution() == 0)
                                .anyMatch(reason -> List.of("NOT_ENOUGH_HEARD", "NOT_HEARD_OUT", "NO_HABIT")
                                        .contains(reason.code())),
                        score::toString);
            }
        });
    }

    @Test
    void aKeyPressOrATapWithoutAReportAlwaysDeservesAPerson() {
        each((call, policy) -> {
            boolean signs = call.keyPressed() || call.heard().taps() > 0;
            if (signs && !call.said().reported()) {
                assertFalse(policy.assess(call).confident(), call::toString);
            }
        });
    }

    @Test
    void aSilentCallerNobodyFinishedWithIsNeverConfidentlyAHoaxWithoutAHabitOfIt() {
        each((call, policy) -> {
            boolean finished = call.said().reported()
                    || call.disposition()
                            .filter(said -> said != Disposition.GHOST && said != Disposition.NORMAL)
                            .isPresent();
            if (!finished && call.record().hoaxes() < Limits.REPEATED) {
                assertFalse(policy.assess(call).confident(), call::toString);
            }
        });
    }

    @Test
    void reasonsAddUpToTheScoreAndTheFourKindsToOne() {
        each((call, policy) -> {
            Score score = policy.assess(call);
            long sum = score.reasons().stream().mapToLong(Reason::thousandths).sum();
            assertEquals(1 / (1 + Math.exp(-sum / 1_000.0)), score.hoaxLikelihood(), 0.000_051, call::toString);
            Likelihoods kinds = score.likelihoods();
            assertEquals(1, kinds.genuine() + kinds.information() + kinds.ghost() + kinds.prank(), 0.000_3);
            assertEquals(score.hoaxLikelihood(), kinds.ghost() + kinds.prank(), 0.000_2);
        });
    }

    @Test
    void everyReasonIsToldInBothLanguages() {
        each((call, policy) -> policy.assess(call).reasons().forEach(reason -> {
            assertFalse(reason.textId().isBlank() || reason.textEn().isBlank(), reason::toString);
            assertFalse((reason.textId() + reason.textEn()).contains("%"), reason::toString);
        }));
    }

    private static boolean withoutAHoaxSaid(Evidence call) {
        return call.disposition()
                .filter(said -> List.of(Disposition.GHOST, Disposition.PRANK).contains(said))
                .isEmpty();
    }

    private static void named(Predicate<Evidence> when, String code, double ceiling) {
        int[] met = {0};
        each((call, policy) -> {
            if (when.test(call)) {
                met[0]++;
                Score score = policy.assess(call);
                assertTrue(score.hoaxLikelihood() <= ceiling, () -> call + " " + score);
                assertTrue(
                        score.reasons().stream()
                                .anyMatch(reason -> reason.code().equals(code)),
                        score::toString);
            }
        });
        assertTrue(met[0] > 50, "only " + met[0] + " such calls");
    }

    private static void each(BiConsumer<Evidence, TriagePolicy> property) {
        Random models = new Random(55);
        AnyEvidence.each(CALLS, call -> property.accept(call, new TriagePolicy(AnyModel.next(models))));
    }
}
