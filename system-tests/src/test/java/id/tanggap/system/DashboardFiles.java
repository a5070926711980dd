package id.tanggap.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The queries of the committed dashboards and alerts. */
final class DashboardFiles {
    private static final Path FOLDER = DeploymentFiles.ROOT.resolve("monitoring");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    /** One query of a panel, with Grafana's own variables as they are written. */
    record Panel(String dashboard, String title, String expression) {

        String name() {
            return dashboard + ": " + title;
        }

        /** As Grafana would ask it for a page of the last hour. */
        String query() {
            return expression.replace("$__range", "1h").replace("$__rate_interval", "15m");
        }
    }

    /** What an alert watches. */
    record Alert(String name, String expression) {}

    private DashboardFiles() {}

    static List<Panel> panels() throws IOException {
        List<Panel> panels = new ArrayList<>();
        for (Path file : files(FOLDER.resolve("dashboards"), ".json")) {
            JsonNode page = JSON.readTree(file.toFile());
            for (JsonNode panel : page.path("panels")) {
                panel.path("targets")
                        .forEach(target -> panels.add(new Panel(
                                page.path("uid").asText(),
                                panel.path("title").asText(),
                                target.path("expr").asText())));
            }
        }
        return panels;
    }

    static List<Alert> alerts() throws IOException {
        List<Alert> alerts = new ArrayList<>();
        for (Path file : files(FOLDER.resolve("prometheus/rules"), ".yml")) {
            for (JsonNode group : YAML.readTree(file.toFile()).path("groups")) {
                for (JsonNode rule : group.path("rules")) {
                    if (rule.has("alert")) {
                        alerts.add(new Alert(
                                rule.path("alert").asText(), rule.path("expr").asText()));
                    }
                }
            }
        }
        return alerts;
    }

    private static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }
}
