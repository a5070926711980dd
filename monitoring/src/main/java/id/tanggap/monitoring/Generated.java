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

/** The files of this folder that are made from code. */
public final class Generated {
    private Generated() {}

    /** Path within the folder to content. */
    public static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        List<Dashboard> all = Dashboards.all();
        all.forEach(each -> files.put("dashboards/" + each.uid() + ".json", GrafanaJson.of(each, all)));
        files.put("prometheus/rules/levels.yml", LevelRules.yaml(Levels.all()));
        return files;
    }

    /** Writes them: {@code java -cp ... id.tanggap.monitoring.Generated monitoring}. */
    public static void main(String[] arguments) throws IOException {
        for (Map.Entry<String, String> file : files().entrySet()) {
            Files.writeString(Path.of(arguments[0]).resolve(file.getKey()), file.getValue());
        }
    }
}
