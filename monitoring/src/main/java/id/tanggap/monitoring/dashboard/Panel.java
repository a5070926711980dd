package id.tanggap.monitoring.dashboard;

import id.tanggap.monitoring.dashboard.Threshold.Colour;
import java.util.ArrayList;
import java.util.List;

/**
 * One panel.
 *
 * @param title in Indonesian, for whoever looks at it
 * @param description in English: what it tells, what is good, and where a goal comes from
 * @param width of 24
 * @param start the colour below the first threshold
 * @param runbooks alerts that lead here, and whose pages it links to
 */
public record Panel(
        Kind kind,
        String title,
        String description,
        Unit unit,
        int width,
        List<Query> queries,
        Colour start,
        List<Threshold> thresholds,
        List<String> runbooks) {

    static Panel of(Kind kind, String title, String description, Unit unit, int width) {
        return new Panel(kind, title, description, unit, width, List.of(), Colour.GREEN, List.of(), List.of());
    }

    Panel query(String expression, String legend) {
        List<Query> more = new ArrayList<>(queries);
        more.add(new Query(expression, legend));
        return new Panel(kind, title, description, unit, width, List.copyOf(more), start, thresholds, runbooks);
    }

    /** More is worse. */
    Panel atMost(double good, double bad) {
        return thresholds(Colour.GREEN, new Threshold(good, Colour.YELLOW), new Threshold(bad, Colour.RED));
    }

    /** Anything from this on is wrong. */
    Panel below(double bad) {
        return thresholds(Colour.GREEN, new Threshold(bad, Colour.RED));
    }

    /** Less is worse. */
    Panel atLeast(double bad, double good) {
        return thresholds(Colour.RED, new Threshold(bad, Colour.YELLOW), new Threshold(good, Colour.GREEN));
    }

    Panel runbook(String... alerts) {
        return new Panel(kind, title, description, unit, width, queries, start, thresholds, List.of(alerts));
    }

    private Panel thresholds(Colour first, Threshold... steps) {
        return new Panel(kind, title, description, unit, width, queries, first, List.of(steps), runbooks);
    }
}
