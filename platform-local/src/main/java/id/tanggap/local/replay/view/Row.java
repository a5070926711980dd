package id.tanggap.local.replay.view;

import id.tanggap.local.replay.audit.SeenCall;
import id.tanggap.local.replay.scenario.OpeningHours;
import id.tanggap.local.replay.scenario.PlannedCall;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A call in the live table, on one line without colour. */
final class Row {
    private static final DateTimeFormatter WIB =
            DateTimeFormatter.ofPattern("dd MMM HH:mm", Locale.ENGLISH).withZone(OpeningHours.WIB);
    private static final String FORMAT = "%4s  %-12s %-13s %-10s %-10s %-14s %-15s %s";
    static final String HEAD =
            FORMAT.formatted("no", "WIB", "kecamatan", "line", "status", "hoax, as told", "band", "disposition");

    /** Of a score's course, the newest steps: they fit a line. */
    private static final int STEPS = 3;

    private Row() {}

    /** {@code course}: likelihoods one after the other. */
    static String of(PlannedCall plan, Optional<SeenCall> seen, List<Double> course) {
        return FORMAT.formatted(
                plan.ordinal(),
                WIB.format(plan.startedAt()),
                plan.place().kecamatan(),
                plan.sound(),
                seen.map(SeenCall::status).orElse("-"),
                told(course),
                seen.map(SeenCall::band).filter(band -> !band.isEmpty()).orElse("-"),
                seen.map(SeenCall::disposition).filter(said -> !said.isEmpty()).orElse("-"));
    }

    /** Each step that can be seen at two digits. */
    private static String told(List<Double> course) {
        List<String> steps = new ArrayList<>();
        for (double likelihood : course) {
            String step = String.format(Locale.ROOT, "%.2f", likelihood);
            if (steps.isEmpty() || !steps.getLast().equals(step)) {
                steps.add(step);
            }
        }
        return steps.isEmpty() ? "-" : String.join(" ", steps.subList(Math.max(0, steps.size() - STEPS), steps.size()));
    }
}
