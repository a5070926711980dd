package id.tanggap.lab.reading;

import id.tanggap.lab.table.Finding;
import id.tanggap.lab.table.Goal;
import id.tanggap.triage.text.DangerModel;
import java.util.List;

/** What a model would do at the threshold that the reports to judge by would choose for it: more than it can be trusted with. */
final class Hindsight {
    private final List<Written> reports;
    private final DangerModel model;

    Hindsight(List<Written> reports, DangerModel model) {
        this.reports = reports;
        this.model = model;
    }

    /** Its false alarms where it finds as many life threats as another reader. */
    Finding asManyAs(Marked other) {
        double[] threats = reports.stream()
                .filter(Written::lifeThreat)
                .mapToDouble(report -> model.logOdds(report.text()))
                .sorted()
                .toArray();
        double from = threats[other.which(other::missed).length];
        long all = reports.stream().filter(report -> report.dangers().isEmpty()).count();
        long wrong = reports.stream()
                .filter(report -> report.dangers().isEmpty() && model.logOdds(report.text()) >= from)
                .count();
        return Finding.of(
                "linear-hindsight",
                "false alarms at the mended list's own recall, by hindsight",
                (double) wrong / all,
                Finding.text("%d of %d; the list's %d", wrong, all, other.which(other::falseAlarm).length),
                Goal.NONE);
    }
}
