package id.tanggap.monitoring;

import id.tanggap.monitoring.dashboard.Dashboard;
import id.tanggap.monitoring.dashboard.Dashboards;
import id.tanggap.monitoring.dashboard.GrafanaJson;
import id.tanggap.monitoring.level.LevelRules;
import id.tanggap.monitoring.level.Levels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The files of this folder that are made from code. */
public final class Generated {
    private static final String LEVELS = "prometheus/rules/levels.yml";

    private Generated() {}

    /** Path within the folder to content; {@code folder} holds the rules that are written by hand. */
    public static Map<String, String> files(Path folder) throws IOException {
        Map<String, String> files = new TreeMap<>();
        List<Dashboard> all = Dashboards.all();
        all.forEach(each -> files.put("dashboards/" + each.uid() + ".json", GrafanaJson.of(each, all)));
        String levels = LevelRules.yaml(Levels.all());
        files.put(LEVELS, levels);
        files.put("prometheus-rules.yaml", PrometheusRules.yaml(rules(folder, levels)));
        return files;
    }

    /** Name to content of every file of rules, {@code levels} as it is made now. */
    private static Map<String, String> rules(Path folder, String levels) throws IOException {
        Map<String, String> rules = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder.resolve("prometheus/rules"))) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString().replace(".yml", "");
                rules.put(name, file.endsWith(LEVELS) ? levels : Files.readString(file));
            }
        }
        return rules;
    }

    /** Writes them: {@code java -cp ... id.tanggap.monitoring.Generated monitoring}. */
    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        for (Map.Entry<String, String> file : files(folder).entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
    }
}
