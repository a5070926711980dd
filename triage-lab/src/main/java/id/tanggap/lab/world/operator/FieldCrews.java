package id.tanggap.lab.world.operator;

import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.ObservedCall.Said;
import id.tanggap.lab.world.Outcome;
import id.tanggap.lab.world.Truth;
import id.tanggap.lab.world.chance.Dice;
import id.tanggap.lab.world.chance.Mix;
import id.tanggap.lab.world.day.Draft;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What crews find where they were sent; asked in the order of calls. Shares are judgements: patients are gone before the
 * ambulance comes, and something happens to be wrong where a story sent them.
 */
public final class FieldCrews {
    private static final Mix<Outcome> NEED =
            Mix.of(Map.of(Outcome.FOUND, 0.85, Outcome.NOTHING_THERE, 0.07, Outcome.REFERRED, 0.08));
    private static final Mix<Outcome> NONE =
            Mix.of(Map.of(Outcome.FOUND, 0.03, Outcome.NOTHING_THERE, 0.90, Outcome.REFERRED, 0.07));
    private static final double SEEN_AS_DUPLICATE = 0.85;
    private static final double TOLD = 0.9;

    private final Set<Integer> known = new HashSet<>();
    private final Dice dice;

    public FieldCrews(Dice dice) {
        this.dice = dice;
    }

    /** Empty where nobody was sent, or nobody said what was found. */
    public Optional<Said<Outcome>> find(Draft call, Desk.Noted noted) {
        boolean sent = noted.report()
                .filter(report -> !report.category().equals("INFORMATION"))
                .isPresent();
        if (!sent || !dice.chance(TOLD)) {
            return Optional.empty();
        }
        long after = (long) dice.logNormal(2_700, 0.6);
        return Optional.of(new Said<>(what(call.truth()), call.endedAt().plusSeconds(after)));
    }

    private Outcome what(Truth truth) {
        if (truth.kind() != Kind.GENUINE) {
            return NONE.draw(dice);
        }
        boolean second = truth.incident() != 0 && !known.add(truth.incident());
        return second && dice.chance(SEEN_AS_DUPLICATE) ? Outcome.DUPLICATE : NEED.draw(dice);
    }
}
