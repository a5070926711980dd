package id.tanggap.lab.world.operator;

import id.tanggap.lab.world.Disposition;
import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.ObservedCall.Said;
import id.tanggap.lab.world.Report;
import id.tanggap.lab.world.Truth;
import id.tanggap.lab.world.centre.OperatorSkill;
import id.tanggap.lab.world.chance.Dice;
import id.tanggap.lab.world.day.Draft;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What an operator writes down of an answered call, right or wrong. Shares are judgements. */
public final class Desk {
    private static final double REPORTED = 0.97;
    private static final double QUESTION_REPORTED = 0.6;
    private static final double RIGHT_CATEGORY = 0.92;
    private static final double TICKED = 0.9;
    private static final double TICKED_WRONGLY = 0.06;
    private static final List<String> WRONG = List.of("OTHER", "AMBULANCE", "MEDICAL", "PUBLIC_ORDER", "CRIME");

    private final OperatorSkill skill;
    private final Judgement judgement;
    private final Wording wording;
    private final Dice dice;

    public Desk(OperatorSkill skill, Dice dice) {
        this.skill = skill;
        this.dice = dice;
        this.judgement = new Judgement(skill, dice.split());
        this.wording = new Wording(dice.split());
    }

    /** A report, if the operator took one, and the call's disposition, if one was set. */
    public record Noted(Optional<Report> report, Optional<Said<Disposition>> disposition) {}

    public Noted take(Draft call) {
        if (!call.answered()) {
            return new Noted(Optional.empty(), Optional.empty());
        }
        Disposition said = judgement.of(call.truth(), call.track());
        Instant at = call.endedAt().plusSeconds(4 + dice.below(36));
        return new Noted(
                report(call, said), dice.chance(skill.noted()) ? Optional.of(new Said<>(said, at)) : Optional.empty());
    }

    private Optional<Report> report(Draft call, Disposition said) {
        boolean taken =
                switch (said) {
                    case NORMAL -> dice.chance(REPORTED);
                    case INFORMATION -> dice.chance(QUESTION_REPORTED);
                    case GHOST, PRANK, TEST -> false;
                };
        if (!taken) {
            return Optional.empty();
        }
        long talk = call.track().lengthMs();
        Instant at = call.pickedUpOrGone().plusMillis((long) Math.min(talk, dice.logNormal(22_000, 0.5)));
        String category = category(call.truth(), said);
        return Optional.of(new Report(
                at,
                category,
                wording.of(subject(call.truth(), category), call.place().kecamatan()),
                said == Disposition.NORMAL && ticked(call.truth())));
    }

    private String category(Truth truth, Disposition said) {
        if (said == Disposition.INFORMATION) {
            return "INFORMATION";
        }
        // Nobody said what it is.
        if (truth.cannotSpeak() || truth.need().isEmpty()) {
            return "OTHER";
        }
        return dice.chance(RIGHT_CATEGORY) ? truth.need().get().name() : dice.pick(WRONG);
    }

    /** Text follows what was said, also where the category is wrong. */
    private static String subject(Truth truth, String category) {
        return truth.cannotSpeak() ? "OTHER" : truth.need().map(Need::name).orElse(category);
    }

    private boolean ticked(Truth truth) {
        if (truth.habit() == Habit.STORYTELLER) {
            return dice.chance(truth.need().map(Need::lifeThreat).orElse(0.0));
        }
        return dice.chance(truth.lifeThreat() ? TICKED : TICKED_WRONGLY);
    }
}
