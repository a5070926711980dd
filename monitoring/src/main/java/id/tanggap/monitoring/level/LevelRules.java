package id.tanggap.monitoring.level;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Prometheus rules of the levels: for each window a recorded share and number, {@code slo:missed:ratio_6h{slo="answer"}}, and
 * for each level one alert by severity.
 */
public final class LevelRules {
    private LevelRules() {}

    public static String yaml(List<Level> levels) {
        StringBuilder text =
                new StringBuilder("# Made by id.tanggap.monitoring.level.Levels: change it there.\ngroups:\n");
        levels.forEach(level -> append(text, level));
        return text.toString();
    }

    private static void append(StringBuilder text, Level level) {
        text.append("  - name: slo-").append(level.name()).append("\n    rules:\n");
        List<String> windows = level.burns().stream()
                .flatMap(burn -> Stream.of(burn.shortWindow(), burn.longWindow()))
                .distinct()
                .toList();
        for (String window : windows) {
            record(text, "slo:missed:ratio_" + window, level, level.missed().replace("$window", window));
            record(text, "slo:events:count_" + window, level, level.events().replace("$window", window));
        }
        for (Burn.Severity severity : Burn.Severity.values()) {
            alert(
                    text,
                    level,
                    severity,
                    level.burns().stream()
                            .filter(burn -> burn.severity() == severity)
                            .toList());
        }
    }

    private static void record(StringBuilder text, String name, Level level, String expression) {
        text.append(
                """
                      - record: %s
                        expr: |-
                          %s
                        labels: { slo: %s }
                """
                        .formatted(name, expression, level.name()));
    }

    private static void alert(StringBuilder text, Level level, Burn.Severity severity, List<Burn> burns) {
        String expression = burns.stream()
                .map(burn -> burning(level, burn))
                .collect(Collectors.joining("\n          or\n          "));
        text.append(
                """
                      - alert: %s
                        expr: |-
                          %s
                        labels: { severity: %s, slo: %s }
                        annotations:
                          summary: "%s"
                          description: "%s: {{ $value | humanizePercentage }} were missed over the longer window."
                          runbook_url: "{{ $externalURL }}/user/runbooks/%s.md"
                """
                        .formatted(
                                level.alert(),
                                expression,
                                severity.name().toLowerCase(Locale.ROOT),
                                level.name(),
                                level.summary(),
                                level.description(),
                                level.alert()));
    }

    private static String burning(Level level, Burn burn) {
        String limit = new BigDecimal(burn.rate() * level.budget())
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
        String selector = "{slo=\"" + level.name() + "\"}";
        return "(slo:missed:ratio_" + burn.longWindow() + selector + " > " + limit + " and slo:missed:ratio_"
                + burn.shortWindow() + selector + " > " + limit + " and slo:events:count_" + burn.longWindow()
                + selector
                + " >= " + burn.least() + ")";
    }
}
