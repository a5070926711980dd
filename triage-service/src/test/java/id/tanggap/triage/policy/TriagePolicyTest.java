package id.tanggap.triage.policy;

import static id.tanggap.triage.policy.EvidenceBuilder.abandoned;
import static id.tanggap.triage.policy.EvidenceBuilder.answered;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import id.tanggap.triage.model.JudgedModel;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TriagePolicyTest {

    private final TriagePolicy policy = new TriagePolicy(JudgedModel.additive0());

    static Stream<Arguments> calls() {
        return Stream.of(
                arguments("nothing known", Evidence.NOTHING, Band.UNSURE, false),
                arguments("just answered", answered().build(), Band.UNSURE, false),
                arguments(
                        "withheld number", answered().from(CallerKind.WITHHELD).build(), Band.UNSURE, false),
                arguments("hung up before the answer", abandoned().build(), Band.UNSURE, false),
                arguments(
                        "withheld and hung up at once, no sound known",
                        answered().from(CallerKind.WITHHELD).ended(2).build(),
                        Band.UNSURE,
                        false),
                arguments("3 s of silence", answered().heard(0, 0, 3).build(), Band.UNSURE, false),
                arguments("12 s of silence", answered().heard(0, 0, 12).build(), Band.UNSURE, false),
                arguments("12 s of exhaust", answered().heard(0, 12, 0).build(), Band.UNSURE, false),
                arguments(
                        "silent to the end, first call of this number",
                        answered().heard(0, 0, 25).ended(25).build(),
                        Band.UNSURE,
                        false),
                arguments(
                        "silent and listened to for long, while it runs, a caller who did so before",
                        answered().heard(0, 0, 25).past(3, 0).build(),
                        Band.LIKELY_HOAX,
                        false),
                arguments(
                        "silent for 12 s, while it runs, a caller who did so before",
                        answered().heard(0, 0, 12).past(3, 0).build(),
                        Band.UNSURE,
                        false),
                arguments(
                        "silent to the end, a caller who did so before and once had a need",
                        answered().heard(0, 0, 25).ended(25).past(3, 0.1).build(),
                        Band.UNSURE,
                        false),
                arguments(
                        "silent to the end, a caller who did so before",
                        answered().heard(0, 0, 25).ended(25).past(3, 0).build(),
                        Band.LIKELY_HOAX,
                        true),
                arguments(
                        "silence heard by machine and operator alike, first call of this number",
                        answered()
                                .heard(0, 0, 25)
                                .ended(25)
                                .said(Disposition.GHOST)
                                .build(),
                        Band.LIKELY_HOAX,
                        false),
                arguments(
                        "an operator's GHOST of one who makes a habit of it",
                        answered()
                                .ended(20)
                                .said(Disposition.GHOST)
                                .past(2.5, 0)
                                .build(),
                        Band.LIKELY_HOAX,
                        true),
                arguments(
                        "an operator's GHOST without sound",
                        answered().ended(20).said(Disposition.GHOST).build(),
                        Band.LIKELY_HOAX,
                        false),
                arguments(
                        "a prank, says the operator",
                        answered().ended(20).said(Disposition.PRANK).build(),
                        Band.LIKELY_HOAX,
                        true),
                arguments("a voice", answered().heard(3, 1, 4).build(), Band.UNSURE, false),
                arguments(
                        "two minutes of talk of a good caller",
                        answered().heard(60, 0, 60).ended(120).past(0, 3).build(),
                        Band.LIKELY_GENUINE,
                        false),
                arguments(
                        "a question",
                        answered().ended(60).said(Disposition.INFORMATION).build(),
                        Band.LIKELY_GENUINE,
                        true),
                arguments("a trial", answered().ended(10).said(Disposition.TEST).build(), Band.UNSURE, true),
                arguments(
                        "a report of a speaking caller",
                        answered().heard(10, 0, 5).report(ReportKind.REPORT).build(),
                        Band.LIKELY_GENUINE,
                        true),
                arguments("many past hoaxes alone", answered().past(100, 0).build(), Band.UNSURE, false),
                arguments(
                        "many past hoaxes, withheld, hung up early, abandoned by all signs, no sound",
                        answered()
                                .from(CallerKind.WITHHELD)
                                .ended(1)
                                .past(100, 0)
                                .build(),
                        Band.UNSURE,
                        false),
                arguments(
                        "a child's prank yesterday, its parent's voice today",
                        answered().heard(2, 0, 3).past(0.9, 0).build(),
                        Band.UNSURE,
                        false));
    }

    @ParameterizedTest(name = "{0}: {2}, confident {3}")
    @MethodSource("calls")
    void judges(String name, Evidence evidence, Band band, boolean confident) {
        Score score = policy.assess(evidence);
        assertEquals(band, score.band(), score.toString());
        assertEquals(confident, score.confident(), score.toString());
    }

    @Test
    void beginsWithTheShareOfHoaxesAmongJeparasFirstCalls() {
        assertEquals(75.0 / 89, policy.assess(Evidence.NOTHING).hoaxLikelihood(), 0.0001);
    }

    @Test
    void silenceAloneNeverSaysMoreThanOneInAHundred() {
        double silent = policy.assess(answered().heard(0, 0, 3_600).build()).hoaxLikelihood();
        assertEquals(0.99, silent, 0.0001);
    }

    @Test
    void aPressed55IsGenuineAndDeservesACallBack() {
        Score score = policy.assess(
                answered().heard(0, 0, 30).ended(30).past(5, 0).pressed("55").build());
        assertEquals(Band.LIKELY_GENUINE, score.band());
        assertFalse(score.confident());
        assertTrue(codes(score).contains("SILENT_SOLUTION"));
    }

    @Test
    void anyKeyOfASilentCallerKeepsTheCallOutOfTheHoaxes() {
        Score score = policy.assess(
                answered().heard(0, 0, 60).ended(60).past(5, 0).pressed("3").build());
        assertEquals(Band.UNSURE, score.band());
        assertFalse(score.confident());
    }

    @Test
    void saysWhyInBothLanguages() {
        Reason reason = policy.assess(answered().heard(0, 0, 12).build()).reasons().stream()
                .filter(each -> each.code().equals("SILENCE"))
                .findFirst()
                .orElseThrow();
        assertEquals("SILENCE", reason.code());
        assertEquals("Hening 12 detik", reason.textId());
        assertEquals("Silent for 12 s", reason.textEn());
    }

    @Test
    void aChildsPrankYesterdayDoesNotSilenceItsParentsFireToday() {
        CallerRecord familyHandset = EvidenceBuilder.record(3, 0);
        Score voice =
                policy.assess(answered().heard(2, 0, 3).past(familyHandset).build());
        assertEquals(Band.UNSURE, voice.band());
        assertFalse(voice.confident());

        Said fire = new Said(ReportKind.REPORT, Optional.of("HOUSE_FIRE"), Set.of(Indicator.FIRE), 0);
        Score report = policy.assess(
                answered().heard(2, 0, 3).past(familyHandset).said(fire).build());
        assertEquals(Band.LIKELY_GENUINE, report.band());
        assertTrue(codes(report).contains("FIRE_REPORT"));

        Score speechless = policy.assess(
                answered().heard(0, 0, 30).past(familyHandset).pressed("5").build());
        assertEquals(Band.UNSURE, speechless.band());
        assertFalse(speechless.confident());
    }

    @Test
    void whatIsNotKnownIsNamedAndAddsNothing() {
        Score score = policy.assess(Evidence.NOTHING);
        assertEquals(List.of("BASE_RATE", "NOT_HEARD", "PAST_UNKNOWN"), codes(score));
        assertEquals(75.0 / 89, score.hoaxLikelihood(), 0.0001);
    }

    @Test
    void aWithheldNumberIsJudgedLikeAnyOther() {
        double known = policy.assess(answered().heard(0, 0, 9).build()).hoaxLikelihood();
        double withheld = policy.assess(answered()
                        .from(CallerKind.WITHHELD)
                        .past(CallerRecord.UNKNOWN)
                        .heard(0, 0, 9)
                        .build())
                .hoaxLikelihood();
        assertEquals(known, withheld);
    }

    @Test
    void manyHandsetsInOneSchoolyardCorroborateNothing() {
        double alone = policy.assess(answered().heard(0, 0, 12).build()).hoaxLikelihood();
        double crowd =
                policy.assess(answered().heard(0, 0, 12).others(0, 30).build()).hoaxLikelihood();
        double neighbours =
                policy.assess(answered().heard(0, 0, 12).others(2, 0).build()).hoaxLikelihood();
        assertTrue(crowd >= alone);
        assertTrue(neighbours <= 0.25);
    }

    private static List<String> codes(Score score) {
        return score.reasons().stream().map(Reason::code).toList();
    }
}
