package id.tanggap.local.monitoring;

import id.tanggap.local.stack.Distribution;
import id.tanggap.local.stack.StackException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The programs that watch a system: those on the {@code PATH} where all are, else Debian's, which are fetched once into the
 * cache that every clone shares. Nothing is installed.
 *
 * @param share what the programs look for under {@code /usr/share}, where it is not there
 */
public record MonitoringPrograms(
        Path prometheus, Path alertmanager, Path nodeExporter, Path promtool, Path amtool, Optional<Path> share) {
    private static final String FOLDER = "prometheus-debian";
    private static final List<String> PROMETHEUS = List.of("prometheus");
    private static final List<String> PROMTOOL = List.of("promtool");
    private static final List<String> AMTOOL = List.of("amtool");
    /** As the projects call them, and as Debian does. */
    private static final List<String> ALERTMANAGER = List.of("alertmanager", "prometheus-alertmanager");

    private static final List<String> NODE_EXPORTER = List.of("node_exporter", "prometheus-node-exporter");

    /** Throws one line that says how to get them, if they are not to be had. */
    public static MonitoringPrograms find() {
        return onPath().orElseGet(MonitoringPrograms::ofDebian);
    }

    /** Whether {@link #find} has to fetch them first. */
    static boolean toBeFetched() {
        return onPath().isEmpty() && !Files.isDirectory(Distribution.cache().resolve(FOLDER));
    }

    private static Optional<MonitoringPrograms> onPath() {
        String path = System.getenv().getOrDefault("PATH", "");
        return in(
                Arrays.stream(path.split(File.pathSeparator))
                        .filter(folder -> !folder.isEmpty())
                        .map(Path::of)
                        .toList(),
                Optional.empty());
    }

    static Optional<MonitoringPrograms> in(List<Path> folders, Optional<Path> share) {
        List<Optional<Path>> found = List.of(PROMETHEUS, ALERTMANAGER, NODE_EXPORTER, PROMTOOL, AMTOOL).stream()
                .map(names -> program(folders, names))
                .toList();
        return found.stream().allMatch(Optional::isPresent)
                ? Optional.of(new MonitoringPrograms(
                        found.get(0).get(),
                        found.get(1).get(),
                        found.get(2).get(),
                        found.get(3).get(),
                        found.get(4).get(),
                        share))
                : Optional.empty();
    }

    private static MonitoringPrograms ofDebian() {
        try {
            Path unpacked = Distribution.cached(FOLDER, DebianPackages::unpack);
            return in(List.of(unpacked.resolve("usr/bin")), Optional.of(unpacked.resolve("usr/share")))
                    .orElseThrow(() -> new StackException("programs are missing in " + unpacked));
        } catch (StackException e) {
            throw new StackException(
                    "Prometheus, Alertmanager and node exporter are not on the PATH, and Debian's cannot be fetched ("
                            + e.getMessage() + "): on Debian or Ubuntu, apt install "
                            + String.join(" ", DebianPackages.PROGRAMS)
                            + "; elsewhere, put prometheus, promtool, alertmanager, amtool and node_exporter on the PATH.",
                    e);
        }
    }

    private static Optional<Path> program(List<Path> folders, List<String> names) {
        return folders.stream()
                .flatMap(folder -> names.stream().map(folder::resolve))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
