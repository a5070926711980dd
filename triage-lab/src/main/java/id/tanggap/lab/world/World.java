package id.tanggap.lab.world;

import id.tanggap.lab.world.centre.CentreProfile;
import id.tanggap.lab.world.chance.Dice;
import id.tanggap.lab.world.day.Day;
import id.tanggap.lab.world.day.Draft;
import id.tanggap.lab.world.operator.Desk;
import id.tanggap.lab.world.operator.FieldCrews;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A centre's calls over some days, with their truth. Behaviour is simulated: calibrated to public figures where there are
 * any, judged where there are none, and no evidence of how people behave.
 *
 * @param scale factor on the centre's volume
 * @param seed the same for the same calls
 */
public record World(CentreProfile centre, LocalDate from, int days, double scale, long seed) {

    /** From the centre's opening, or from the beginning of 2025 where it opened before, at the centre's own volume. */
    public static World of(CentreProfile centre, int days, long seed) {
        LocalDate from = LocalDate.of(2025, 1, 1);
        return new World(centre, centre.opened().isAfter(from) ? centre.opened() : from, days, 1, seed);
    }

    /** The same with so many times the calls and callers; with few calls a day only that gives enough to measure. */
    public World scaled(double factor) {
        return new World(centre, from, days, scale * factor, seed);
    }

    /** All calls in the order in which they start. */
    public List<SimulatedCall> calls() {
        Dice dice = new Dice(seed);
        Day day = new Day(centre, scale, dice.split());
        Desk desk = new Desk(centre.operators(), dice.split());
        FieldCrews crews = new FieldCrews(dice.split());
        List<Draft> drafts = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            drafts.addAll(day.calls(from.plusDays(i)));
        }
        drafts.sort(Comparator.comparing(Draft::startedAt));
        List<SimulatedCall> calls = new ArrayList<>(drafts.size());
        for (Draft draft : drafts) {
            calls.add(call(draft, calls.size() + 1, desk, crews));
        }
        return calls;
    }

    private SimulatedCall call(Draft draft, int number, Desk desk, FieldCrews crews) {
        Desk.Noted noted = desk.take(draft);
        ObservedCall observed = new ObservedCall(
                "%s-%07d".formatted(centre.name(), number),
                draft.handset().identity(),
                draft.handset().reference(centre.name()),
                draft.startedAt(),
                draft.answered() ? Optional.of(draft.pickedUpOrGone()) : Optional.empty(),
                draft.endedAt(),
                draft.place(),
                draft.track(),
                noted.report(),
                noted.disposition(),
                crews.find(draft, noted));
        return new SimulatedCall(observed, draft.truth());
    }
}
