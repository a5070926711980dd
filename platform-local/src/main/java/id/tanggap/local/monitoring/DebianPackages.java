package id.tanggap.local.monitoring;

import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.Shell;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Debian's packages, fetched and unpacked by its own tools, which check their signatures; by any user, nothing is installed. */
final class DebianPackages {
    static final List<String> PROGRAMS = List.of("prometheus", "prometheus-alertmanager", "prometheus-node-exporter");

    private static final List<String> SHORT =
            List.of("-q", "-o", "Acquire::Retries=1", "-o", "Acquire::http::Timeout=15");

    private DebianPackages() {}

    /** Fills the folder with what the packages would put under the root. */
    static void unpack(Path folder) throws IOException {
        Path archives = Files.createDirectories(folder.resolve("fetched"));
        List<String> options = fetchPrograms(archives);
        unpackAll(archives, folder);
        try {
            download(archives, options, scripts(archives));
            unpackAll(archives, folder);
        } catch (StackException e) {
            // They only draw Prometheus' own web page.
        }
        Folders.delete(archives);
    }

    /** With this machine's lists of packages, or, where they are missing or old, with lists fetched for this alone. */
    private static List<String> fetchPrograms(Path archives) throws IOException {
        try {
            download(archives, SHORT, PROGRAMS);
            return SHORT;
        } catch (StackException e) {
            List<String> options = new ArrayList<>(SHORT);
            options.addAll(List.of(
                    "-o", "Dir::State::lists=" + Files.createDirectories(archives.resolve("lists")),
                    "-o", "Dir::Cache=" + Files.createDirectories(archives.resolve("cache")),
                    "-o", "Debug::NoLocking=1"));
            apt(archives, options, "update", List.of());
            download(archives, options, PROGRAMS);
            return options;
        }
    }

    private static void download(Path archives, List<String> options, List<String> packages) {
        apt(archives, options, "download", packages);
    }

    private static void apt(Path archives, List<String> options, String verb, List<String> packages) {
        // It downloads into the folder where it is.
        List<String> command = new ArrayList<>(List.of("env", "--chdir=" + archives, "apt-get"));
        command.addAll(options);
        command.add(verb);
        command.addAll(packages);
        Shell.run("fetch packages", command, Map.of("LC_ALL", "C"));
    }

    /** What Prometheus' page is drawn with: Debian keeps the scripts of all pages in packages of their own. */
    private static List<String> scripts(Path archives) throws IOException {
        String depends = Shell.run(
                "read a package",
                List.of("dpkg-deb", "--field", archive(archives, "prometheus_").toString(), "Depends"),
                Map.of("LC_ALL", "C"));
        List<String> names = new ArrayList<>(Arrays.stream(depends.split("[,\n]"))
                .map(each -> each.strip().split(" ")[0])
                .filter(name -> name.startsWith("libjs-") || name.startsWith("fonts-"))
                .toList());
        // Of libjs-rickshaw.
        names.add("libjs-d3");
        return names;
    }

    private static Path archive(Path archives, String prefix) throws IOException {
        return archives(archives).stream()
                .filter(file -> file.getFileName().toString().startsWith(prefix))
                .findFirst()
                .orElseThrow(() -> new StackException("no package " + prefix + " was fetched"));
    }

    private static void unpackAll(Path archives, Path folder) throws IOException {
        for (Path archive : archives(archives)) {
            Shell.run(
                    "unpack " + archive.getFileName(),
                    List.of("dpkg-deb", "--extract", archive.toString(), folder.toString()),
                    Map.of("LC_ALL", "C"));
        }
    }

    private static List<Path> archives(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".deb")).toList();
        }
    }
}
