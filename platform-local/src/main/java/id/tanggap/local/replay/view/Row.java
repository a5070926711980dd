package id.tanggap.local.replay.view;

import id.tanggap.local.replay.audit.SeenCall;
import id.tanggap.local.replay.scenario.OpeningHours;
import id.tanggap.local.replay.scenario.PlannedCall;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** A call in the live table, on one line without colour. */
final class Row {
    private static final DateTimeFormatter WIB =
            DateTimeFormatter.ofPattern("dd MMM HH:mm", Locale.ENGLISH).withZone(OpeningHours.WIB);
    static final String HEAD = "%4s  %-12s %-13s %-10s %-10s %5s %-15s %s"
            .formatted("no", "WIB", "kecamatan", "line", "status", "hoax", "band", "disposition");

    private Row() {}

    static String of(PlannedCall plan, Optional<SeenCall> seen) {
        return "%4d  %-12s %-13s %-10s %-10s %5s %-15s %s"
                .formatted(
                        plan.ordinal(),
                        WIB.format(plan.startedAt()),
                        plan.place().kecamatan(),
                        plan.sound(),
                        seen.map(SeenCall::status).orElse("-"),
                        seen.flatMap(SeenCall::hoaxLikelihood)
                                .map(score -> String.format(Locale.ROOT, "%.2f", score))
                                .orElse("-"),
                        seen.map(SeenCall::band).filter(band -> !band.isEmpty()).orElse("-"),
                        seen.map(SeenCall::disposition)
                                .filter(said -> !said.isEmpty())
                                .orElse("-"));
    }
}
