package id.tanggap.monitoring;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The files of this module and the runbooks, as they are committed. */
final class Sources {
    static final Path MODULE = Path.of("").toAbsolutePath();
    static final Path RULES = MODULE.resolve("prometheus/rules");
    static final Path TESTS = MODULE.resolve("prometheus/tests");
    static final Path RUNBOOKS = MODULE.resolveSibling("docs").resolve("runbooks");

    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private Sources() {}

    /** The files of a folder whose names end so, in one order. */
    static List<Path> files(Path folder, String end) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList();
        }
    }

    static JsonNode yaml(Path file) throws IOException {
        return YAML.readTree(file.toFile());
    }

    /** All rules with an {@code alert}. */
    static List<JsonNode> alerts() throws IOException {
        List<JsonNode> alerts = new ArrayList<>();
        for (Path file : files(RULES, ".yml")) {
            for (JsonNode group : yaml(file).path("groups")) {
                group.path("rules").forEach(rule -> {
                    if (rule.has("alert")) {
                        alerts.add(rule);
                    }
                });
            }
        }
        return alerts;
    }
}
