package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import id.tanggap.local.provision.DeploymentSecrets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What {@code kubectl apply -k} would apply of an overlay, made by kubectl of a copy, with secrets of its own. */
final class Rendered {
    private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

    private static Rendered kabupaten;

    private final List<JsonNode> documents;

    private Rendered(List<JsonNode> documents) {
        this.documents = documents;
    }

    /** The overlay kabupaten; made once, for it is the same for all who look at it. */
    static synchronized Rendered kabupaten() throws IOException {
        if (kabupaten == null) {
            Path copy = Files.createTempDirectory("kabupaten");
            try {
                kabupaten = of("kabupaten", copy, "kabupaten");
            } finally {
                try (Stream<Path> all = Files.walk(copy)) {
                    for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        }
        return kabupaten;
    }

    /**
     * Renders a folder of {@code k8s/overlays} in the empty folder {@code copy}; without kubectl the test is given up, and says so.
     *
     * @param secrets which overlays have a folder of secrets, by the path that they have in that folder
     */
    static Rendered of(String overlay, Path copy, String... secrets) throws IOException {
        return of(overlay, copy, unchanged -> {}, secrets);
    }

    /** Something that is done to the copy before it is rendered. */
    interface Change {
        void in(Path copy) throws IOException;
    }

    static Rendered of(String overlay, Path copy, Change change, String... secrets) throws IOException {
        copyManifests(copy);
        change.in(copy);
        for (String each : secrets) {
            Path own = copy.resolve("k8s/overlays").resolve(each).resolve("secrets");
            DeploymentSecrets.write(own, "kafka.tanggap.example:31092", true);
            // Not ours to make: the README has it written by hand.
            Files.writeString(own.resolve("object-store.env"), "ACCESS_KEY_ID=key\nACCESS_SECRET_KEY=secret\n");
        }
        return new Rendered(render(copy.resolve("k8s/overlays").resolve(overlay), copy.resolve("rendered.yaml")));
    }

    List<JsonNode> documents() {
        return documents;
    }

    List<JsonNode> documents(String kind) {
        return documents.stream()
                .filter(document -> document.path("kind").asText().equals(kind))
                .toList();
    }

    JsonNode named(String kind, String name) {
        return documents(kind).stream()
                .filter(document -> nameOf(document).equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + kind + " " + name));
    }

    static String nameOf(JsonNode document) {
        return document.at("/metadata/name").asText();
    }

    /** Without what a developer's own deployment, a build or a run has left there. */
    static void copyManifests(Path copy) throws IOException {
        for (String folder : List.of("k8s", "monitoring")) {
            Path source = DeploymentFiles.ROOT.resolve(folder);
            try (Stream<Path> all = Files.walk(source)) {
                for (Path file : all.filter(Rendered::isManifest).toList()) {
                    Path target = copy.resolve(folder).resolve(source.relativize(file));
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target);
                }
            }
        }
    }

    static List<JsonNode> render(Path overlay, Path output) throws IOException {
        Process process;
        try {
            process = new ProcessBuilder("kubectl", "kustomize", overlay.toString())
                    .redirectOutput(output.toFile())
                    .start();
        } catch (IOException e) {
            System.err.println("MANIFESTS ARE NOT RENDERED: " + e.getMessage());
            return abort(e.getMessage());
        }
        String said = new String(process.getErrorStream().readAllBytes());
        try {
            assertEquals(0, process.waitFor(), said);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        return YAML.readerFor(JsonNode.class)
                .<JsonNode>readValues(output.toFile())
                .readAll();
    }

    private static boolean isManifest(Path file) {
        return Files.isRegularFile(file)
                && Set.of("/secrets/", "/target/").stream().noneMatch(file.toString()::contains);
    }
}
