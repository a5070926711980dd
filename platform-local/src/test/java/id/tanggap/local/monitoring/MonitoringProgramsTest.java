package id.tanggap.local.monitoring;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MonitoringProgramsTest {
    @TempDir
    private Path folder;

    @TempDir
    private Path other;

    @Test
    void theyAreFoundByTheNamesOfTheProjectsAndOfDebian() throws IOException {
        for (String name : List.of("prometheus", "promtool", "amtool", "prometheus-alertmanager")) {
            program(folder, name);
        }
        program(other, "node_exporter");
        MonitoringPrograms found =
                MonitoringPrograms.in(List.of(other, folder), Optional.empty()).orElseThrow();
        assertEquals(folder.resolve("prometheus-alertmanager"), found.alertmanager());
        assertEquals(other.resolve("node_exporter"), found.nodeExporter());
    }

    @Test
    void withOneMissingNoneIsTaken() throws IOException {
        for (String name : List.of("prometheus", "promtool", "amtool", "node_exporter")) {
            program(folder, name);
        }
        Files.createFile(folder.resolve("alertmanager"));
        assertEquals(
                Optional.empty(), MonitoringPrograms.in(List.of(folder), Optional.empty()), "one that does not run");
    }

    private static void program(Path folder, String name) throws IOException {
        Files.createFile(folder.resolve(name)).toFile().setExecutable(true);
    }
}
