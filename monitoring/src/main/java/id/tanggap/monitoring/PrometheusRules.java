package id.tanggap.monitoring;

import java.util.Map;
import java.util.stream.Collectors;

/** The rules as the Prometheus operator takes them: one PrometheusRule a file, which has them under {@code spec}, word for word. */
final class PrometheusRules {
    private PrometheusRules() {}

    /** {@code rules}: name of the file to its content. */
    static String yaml(Map<String, String> rules) {
        return rules.entrySet().stream()
                .map(file -> resource(file.getKey(), file.getValue()))
                .collect(Collectors.joining("---\n", "# Made from prometheus/rules: change them there.\n", ""));
    }

    private static String resource(String name, String content) {
        return """
                apiVersion: monitoring.coreos.com/v1
                kind: PrometheusRule
                metadata:
                  name: %s
                spec:
                """
                        .formatted(name)
                + content.lines()
                        .map(line -> line.isEmpty() ? "" : "  " + line)
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
