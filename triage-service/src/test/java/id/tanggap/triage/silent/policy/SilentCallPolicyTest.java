package id.tanggap.triage.silent.policy;

import static id.tanggap.triage.silent.policy.SilentFactsBuilder.TIMING;
import static id.tanggap.triage.silent.policy.SilentFactsBuilder.at;
import static id.tanggap.triage.silent.policy.SilentFactsBuilder.call;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.policy.Disposition;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SilentCallPolicyTest {

    private final SilentCallPolicy policy = new SilentCallPolicy(TIMING);
    private Stage stage = policy.begin(call().build(), at(0)).orElseThrow();

    @Test
    void begins_with_the_answer() {
        assertTrue(policy.begin(call().ringing().build(), at(0)).isEmpty());
        assertStage(Step.WATCHING, Cause.ANSWERED, at(1800));
    }

    @Test
    void a_silent_call_is_prompted_listened_to_rung_back_twice_and_then_a_person_decides() {
        then(call().silent(4), 4, Step.WATCHING, Cause.ANSWERED, at(1800));
        then(call().silent(5), 5, Step.PROMPT, Cause.SILENCE, at(15));
        then(call().silent(9).played(), 11, Step.LISTENING, Cause.PROMPT_PLAYED, at(31));
        then(call().silent(27).played(), 30, Step.LISTENING, Cause.PROMPT_PLAYED, at(31));
        then(call().silent(28).played(), 31, Step.CALL_BACK_1, Cause.NO_SIGNAL, at(331));
        assertEquals(at(31), stage.notBefore());
        var rung = call().silent(28).played().over().rungBack(1, CallBackResult.NO_ANSWER);
        then(rung, 50, Step.CALL_BACK_2, Cause.NOT_REACHED, at(410));
        assertEquals(at(110), stage.notBefore(), "a minute between the two");
        then(rung.rungBack(2, CallBackResult.SILENT), 130, Step.PERSON, Cause.NOT_REACHED, null);
        then(rung, 86_400, Step.PERSON, Cause.NOT_REACHED, null);
        then(rung.decided(), 86_401, Step.CLOSED, Cause.DECIDED, null);
    }

    @Test
    void nobody_telling_anything_it_goes_on_all_the_same() {
        then(call().silent(5), 5, Step.PROMPT, Cause.SILENCE, at(15));
        then(call().silent(15), 15, Step.LISTENING, Cause.PROMPT_NOT_TOLD, at(35));
        then(call().silent(35), 35, Step.CALL_BACK_1, Cause.NO_SIGNAL, at(335));
        then(call().silent(35), 335, Step.CALL_BACK_2, Cause.NO_RESULT, at(635));
        assertEquals(at(335), stage.notBefore());
        then(call().silent(35), 635, Step.PERSON, Cause.NO_RESULT, null);
    }

    @Test
    void a_prompt_played_late_is_listened_to_from_then_on() {
        then(call().silent(5), 5, Step.PROMPT, Cause.SILENCE, at(15));
        then(call().silent(15), 15, Step.LISTENING, Cause.PROMPT_NOT_TOLD, at(35));
        then(call().silent(30).played(), 30, Step.LISTENING, Cause.PROMPT_PLAYED, at(50));
    }

    @Test
    void without_a_number_a_person_decides_instead_of_ringing_back() {
        then(call().withheld().silent(5), 5, Step.PROMPT, Cause.SILENCE, at(15));
        then(call().withheld().silent(8).over(), 8, Step.PERSON, Cause.NO_NUMBER, null);
    }

    @Test
    void who_speaks_before_the_prompt_is_no_silent_call() {
        then(call().speech(400), 2, Step.WATCHING, Cause.ANSWERED, at(1800));
        then(call().speech(500), 3, Step.CLOSED, Cause.SPOKE, null);
    }

    @Test
    void missing_sound_is_no_silence_and_a_call_that_ends_so_is_rung_back_if_nobody_reports() {
        then(call(), 60, Step.WATCHING, Cause.ANSWERED, at(1800));
        then(call().over(), 90, Step.WATCHING, Cause.ANSWERED, at(105));
        then(call().over(), 100, Step.WATCHING, Cause.ANSWERED, at(105));
        Stage ended = stage;
        then(call().over().reported(), 104, Step.CLOSED, Cause.REPORTED, null);
        stage = ended;
        then(call().over(), 105, Step.CALL_BACK_1, Cause.LINE_ENDED, at(405));
    }

    @Test
    void a_call_of_which_nothing_more_is_heard_goes_to_a_person() {
        then(call(), 1800, Step.PERSON, Cause.LOST_TRACK, null);
    }

    @Test
    void a_line_that_ends_after_the_prompt_is_rung_back_at_once() {
        then(call().silent(5), 5, Step.PROMPT, Cause.SILENCE, at(15));
        then(call().silent(6).over(), 7, Step.CALL_BACK_1, Cause.LINE_ENDED, at(307));
    }

    @ParameterizedTest
    @EnumSource(
            value = Disposition.class,
            names = {"PRANK", "INFORMATION", "TEST"})
    void a_persons_last_word_closes(Disposition word) {
        then(call().silent(5), 5, Step.PROMPT, Cause.SILENCE, at(15));
        then(call().silent(6).said(word, 6), 6, Step.CLOSED, Cause.DISPOSED, null);
    }

    @Test
    void silent_is_no_last_word_until_a_person_was_asked_to_decide() {
        var ghost = call().withheld().silent(5).said(Disposition.GHOST, 4);
        then(ghost, 5, Step.PROMPT, Cause.SILENCE, at(15));
        then(ghost.over(), 9, Step.PERSON, Cause.NO_NUMBER, null);
        then(ghost, 60, Step.PERSON, Cause.NO_NUMBER, null);
        then(ghost.said(Disposition.GHOST, 61), 61, Step.CLOSED, Cause.DISPOSED, null);
    }

    @Test
    void two_short_cries_are_as_good_as_a_long_one() {
        then(call().silent(5).crying(600), 5, Step.PROMPT, Cause.SILENCE, at(15));
        then(call().silent(6).crying(1000), 6, Step.PERSON_NOW, Cause.DISTRESS, null);
    }

    @Test
    void what_is_known_is_no_news() {
        then(call().keys(1), 3, Step.PERSON_NOW, Cause.KEY, null);
        then(call().keys(1).said(Disposition.PRANK, 9), 9, Step.CLOSED, Cause.DISPOSED, null);
        Stage closed = stage;
        assertSame(
                closed,
                policy.next(stage, call().keys(1).said(Disposition.PRANK, 9).build(), at(10)));
        then(call().keys(2).said(Disposition.PRANK, 9), 11, Step.PERSON_NOW, Cause.KEY, null);
    }

    @Test
    void a_word_that_comes_together_with_a_signal_does_not_hide_it() {
        then(call().keys(1).said(Disposition.PRANK, 9), 9, Step.PERSON_NOW, Cause.KEY, null);
        then(call().keys(1).said(Disposition.PRANK, 9), 99, Step.PERSON_NOW, Cause.KEY, null);
    }

    private void then(SilentFactsBuilder facts, int second, Step step, Cause cause, Instant due) {
        stage = policy.next(stage, facts.build(), at(second));
        assertStage(step, cause, due);
    }

    private void assertStage(Step step, Cause cause, Instant due) {
        assertEquals(step, stage.step());
        assertEquals(cause, stage.cause());
        assertEquals(Optional.ofNullable(due), stage.due());
    }
}
