package id.tanggap.lab.world.operator;

import static id.tanggap.lab.world.Disposition.GHOST;
import static id.tanggap.lab.world.Disposition.INFORMATION;
import static id.tanggap.lab.world.Disposition.NORMAL;
import static id.tanggap.lab.world.Disposition.PRANK;
import static id.tanggap.lab.world.Disposition.TEST;

import id.tanggap.lab.world.Disposition;
import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Truth;
import id.tanggap.lab.world.centre.OperatorSkill;
import id.tanggap.lab.world.chance.Dice;
import id.tanggap.lab.world.chance.Mix;
import id.tanggap.lab.world.sound.Sound;
import id.tanggap.lab.world.sound.Track;
import java.util.Map;

/**
 * What an operator takes a call for after hearing it. Error rates are judgements, of the order that the known mistakes
 * suggest: Detroit 2006, a child's emergency taken for a prank.
 */
final class Judgement {
    private static final int FEW_WORDS_MS = 1_500;

    private static final Mix<Disposition> UNTAKEN =
            Mix.of(Map.of(INFORMATION, 0.70, PRANK, 0.20, GHOST, 0.05, TEST, 0.05));
    private static final Mix<Disposition> FEW_WORDS = Mix.of(Map.of(NORMAL, 0.45, GHOST, 0.45, PRANK, 0.10));
    private static final Mix<Disposition> A_SIGN = Mix.of(Map.of(NORMAL, 0.75, GHOST, 0.25));
    private static final Mix<Disposition> A_WHISPER = Mix.of(Map.of(NORMAL, 0.35, GHOST, 0.60, PRANK, 0.05));
    private static final Mix<Disposition> NO_SIGN = Mix.of(Map.of(NORMAL, 0.07, GHOST, 0.93));
    private static final Mix<Disposition> SILENT =
            Mix.of(Map.of(GHOST, 0.94, PRANK, 0.03, TEST, 0.02, NORMAL, 0.003, INFORMATION, 0.007));
    private static final Mix<Disposition> NOT_TOLD = Mix.of(Map.of(GHOST, 0.5, INFORMATION, 0.3, TEST, 0.2));
    private static final Mix<Disposition> NOISE = Mix.of(Map.of(PRANK, 0.75, GHOST, 0.25));
    private static final Mix<Disposition> QUESTION =
            Mix.of(Map.of(INFORMATION, 0.93, NORMAL, 0.02, PRANK, 0.03, TEST, 0.02));
    private static final Mix<Disposition> TRIAL = Mix.of(Map.of(TEST, 0.80, PRANK, 0.10, INFORMATION, 0.10));
    private static final Mix<Disposition> SILENT_TRIAL = Mix.of(Map.of(TEST, 0.30, GHOST, 0.70));

    private final OperatorSkill skill;
    private final Dice dice;

    Judgement(OperatorSkill skill, Dice dice) {
        this.skill = skill;
        this.dice = dice;
    }

    Disposition of(Truth truth, Track heard) {
        boolean spoke = heard.heardMs(Sound.SPEECH, heard.lengthMs()) >= FEW_WORDS_MS;
        return switch (truth.kind()) {
            case GENUINE -> truth.cannotSpeak() ? speechless(heard) : speaker(spoke);
            case INFORMATION -> QUESTION.draw(dice);
            case GHOST -> SILENT.draw(dice);
            case PRANK -> prank(truth.habit(), spoke);
            case TEST -> (spoke ? TRIAL : SILENT_TRIAL).draw(dice);
        };
    }

    private Disposition speechless(Track heard) {
        int end = heard.lengthMs();
        if (!heard.keys(end).isEmpty() || heard.heardMs(Sound.TAP, end) > 0) {
            return A_SIGN.draw(dice);
        }
        boolean whisper = heard.heardMs(Sound.SPEECH, end) + heard.heardMs(Sound.CRYING, end) > 0;
        return (whisper ? A_WHISPER : NO_SIGN).draw(dice);
    }

    private Disposition speaker(boolean spoke) {
        if (!spoke) {
            return FEW_WORDS.draw(dice);
        }
        return dice.chance(skill.genuineTaken()) ? NORMAL : UNTAKEN.draw(dice);
    }

    private Disposition prank(Habit habit, boolean spoke) {
        if (habit == Habit.STORYTELLER) {
            return dice.chance(skill.storiesBelieved()) ? NORMAL : PRANK;
        }
        if (!spoke) {
            return NOISE.draw(dice);
        }
        return dice.chance(skill.pranksTold()) ? PRANK : NOT_TOLD.draw(dice);
    }
}
