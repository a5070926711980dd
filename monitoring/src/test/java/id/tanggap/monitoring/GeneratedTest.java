package id.tanggap.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is committed is what the code makes; {@link Generated#main} makes it anew. */
class GeneratedTest {
    @Test
    void theCommittedFilesAreFreshAndNoneIsLeftOver() throws IOException {
        Map<String, String> committed = new TreeMap<>();
        for (Path file : Sources.files(Sources.MODULE.resolve("dashboards"), ".json")) {
            committed.put("dashboards/" + file.getFileName(), Files.readString(file));
        }
        for (String name : List.of("prometheus/rules/levels.yml", "prometheus-rules.yaml")) {
            committed.put(name, Files.readString(Sources.MODULE.resolve(name)));
        }
        Map<String, String> made = Generated.files(Sources.MODULE);
        assertEquals(made.keySet(), committed.keySet());
        made.forEach((name, content) -> assertEquals(content, committed.get(name), name));
    }
}
