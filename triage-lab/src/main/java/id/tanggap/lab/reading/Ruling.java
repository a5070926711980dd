package id.tanggap.lab.reading;

import id.tanggap.lab.statistics.Interval;
import id.tanggap.lab.table.Finding;

/**
 * Whether a reader earns its place against another. The rule, stated before any reader had read the reports to judge by: it
 * misses no life threat that the other finds; it cuts the share of life threats missed or that of false alarms by a margin
 * whose 95% interval excludes 0; and it does not raise the other share by such a margin.
 *
 * @param lost life threats that the other finds and this one misses
 * @param missed by how much less is missed
 * @param falseAlarms by how much fewer false alarms there are
 */
record Ruling(long lost, Interval missed, Interval falseAlarms) {

    static Ruling of(Marked reader, Marked against) {
        return new Ruling(
                reader.which(i -> reader.missed(i) && !against.missed(i)).length,
                reader.fewerMissedThan(against),
                reader.fewerFalseAlarmsThan(against));
    }

    boolean earnsItsPlace() {
        boolean better = missed.low() > 0 || falseAlarms.low() > 0;
        boolean worse = missed.high() < 0 || falseAlarms.high() < 0;
        return lost == 0 && better && !worse;
    }

    Finding finding(String code, String measure) {
        return new Finding(
                code,
                measure,
                earnsItsPlace() ? 1 : 0,
                Finding.text(
                        "lost %d; fewer missed %s; fewer false alarms %s", lost, points(missed), points(falseAlarms)),
                "none lost, one cut, neither raised",
                earnsItsPlace());
    }

    private static String points(Interval share) {
        return Finding.text("%+.1f (%+.1f to %+.1f)", 100 * share.estimate(), 100 * share.low(), 100 * share.high());
    }
}
