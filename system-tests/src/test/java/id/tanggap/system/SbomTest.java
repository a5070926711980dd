package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.stack.Names;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** A service's image says what it is made of: whoever hears of a weak library finds there whether it is within. */
class SbomTest {
    static final List<String> SERVICES = Names.SERVICES;

    private static final String FILE = "target/quarkus-run-cyclonedx.json";

    @ParameterizedTest
    @FieldSource("SERVICES")
    void everyFileOfAServiceIsListedByItsHashAndTheListIsInTheImage(String service) throws Exception {
        Path folder = DeploymentFiles.ROOT.resolve(service);
        JsonNode sbom = new ObjectMapper().readTree(folder.resolve(FILE).toFile());
        assertEquals("CycloneDX", sbom.path("bomFormat").asText());
        Set<String> listed = hashes(sbom);
        Set<String> missing = new TreeSet<>();
        for (Path jar : jars(folder.resolve("target/quarkus-app"))) {
            if (!listed.contains(sha256(jar))) {
                missing.add(jar.toString());
            }
        }
        assertEquals(Set.of(), missing);
        assertTrue(Files.readAllLines(folder.resolve("Dockerfile"))
                .contains("COPY " + FILE + " /application/app/sbom.cdx.json"));
    }

    private static Set<String> hashes(JsonNode sbom) {
        Set<String> hashes = new HashSet<>();
        for (JsonNode component : sbom.path("components")) {
            for (JsonNode hash : component.path("hashes")) {
                if (hash.path("alg").asText().equals("SHA-256")) {
                    hashes.add(hash.path("content").asText());
                }
            }
        }
        return hashes;
    }

    private static List<Path> jars(Path application) throws IOException {
        try (Stream<Path> files = Files.walk(application)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
        return HexFormat.of().formatHex(digest);
    }
}
