package id.tanggap.lab.world.centre;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.Need;
import id.tanggap.lab.world.sound.Manners;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * One call centre's public figures and the habits that go with them.
 *
 * @param sources of the figures, for people
 * @param opened the line's first day, from which novelty counts
 * @param answeredADay calls that reach an operator on a day when the novelty is gone
 * @param tallied share of each kind among them as operators count, those who cannot speak among the silent ones
 * @param dropped share of all calls that no operator answers
 * @param habits weight of each habit among those of its kind, for pranks and silent calls
 * @param needs weight of each need among genuine calls
 */
public record CentreProfile(
        String name,
        String sources,
        LocalDate opened,
        double answeredADay,
        Map<Kind, Double> tallied,
        double dropped,
        Novelty novelty,
        OpeningHours hours,
        Map<Habit, Double> habits,
        Map<Need, Double> needs,
        CallerMix callers,
        Manners manners,
        OperatorSkill operators) {

    public CentreProfile {
        double sum = tallied.values().stream().mapToDouble(Double::doubleValue).sum();
        if (Math.abs(sum - 1) > 1e-6) {
            throw new IllegalArgumentException(name + ": shares sum to " + sum);
        }
    }

    /** Where the centre's callers are. */
    public List<Kecamatan> area() {
        return Kecamatan.of(name);
    }
}
