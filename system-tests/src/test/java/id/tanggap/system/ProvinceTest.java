package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two regencies of a province, the second made as the README says, are each whole and have nothing in common but the cluster. */
class ProvinceTest {
    private static final List<String> REGENCIES = List.of("jepara", "kudus");

    @TempDir
    static Path copy;

    private static Rendered province;
    private static Rendered alone;

    @BeforeAll
    static void render() throws IOException {
        alone = Rendered.kabupaten();
        province = Rendered.of("provinsi", copy, ProvinceTest::addKudus, "provinsi/jepara", "provinsi/kudus");
    }

    private static void addKudus(Path root) throws IOException {
        Path folder = root.resolve("k8s/overlays/provinsi");
        Files.createDirectory(folder.resolve("kudus"));
        for (String file : List.of("kustomization.yaml", "place.yaml")) {
            String text =
                    Files.readString(folder.resolve("jepara").resolve(file)).replace("jepara", "kudus");
            for (int port = 31095; port >= 31092; port--) {
                text = text.replace("\"" + port + "\"", "\"" + (port + 4) + "\"");
            }
            Files.writeString(folder.resolve("kudus").resolve(file), text);
        }
        Path all = folder.resolve("kustomization.yaml");
        Files.writeString(all, Files.readString(all) + "  - kudus\n");
    }

    @Test
    void eachIsWhole() {
        Set<String> whole = names(alone.documents());
        for (String regency : REGENCIES) {
            assertEquals(whole, names(of(regency)), regency);
        }
        assertEquals(
                REGENCIES.stream().map(name -> "tanggap-" + name).collect(Collectors.toSet()),
                province.documents("Namespace").stream().map(Rendered::nameOf).collect(Collectors.toSet()));
        assertEquals(
                province.documents().size(),
                REGENCIES.size() * (whole.size() + 1),
                "something is in no regency's namespace");
    }

    @Test
    void noneSpeaksOfAnother() {
        for (String regency : REGENCIES) {
            for (JsonNode document : of(regency)) {
                String text = document.toString();
                String of = document.path("kind").asText() + " " + Rendered.nameOf(document);
                assertFalse(text.contains(".tanggap.svc"), of);
                REGENCIES.stream()
                        .filter(other -> !other.equals(regency))
                        .forEach(other -> assertFalse(text.contains("tanggap-" + other), of));
            }
        }
    }

    /** cert-manager, which is shared, tells of all regencies' certificates. */
    @Test
    void aRegencyIsToldOfItsOwnCertificatesAlone() {
        for (String regency : REGENCIES) {
            JsonNode endpoint = of(regency).stream()
                    .filter(document -> document.path("kind").asText().equals("PodMonitor"))
                    .filter(document -> Rendered.nameOf(document).equals("certificates"))
                    .map(document -> document.at("/spec/podMetricsEndpoints/0"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(endpoint.path("relabelings").toString().contains("\"replacement\":\"tanggap-" + regency + "\""));
            assertTrue(endpoint.path("metricRelabelings").toString().contains("\"keepequal\""));
        }
    }

    /** These are the cluster's or the world's, whatever namespace they are asked for in. */
    @Test
    void noPortNameOrBackupIsTwice() {
        List<String> shared = new ArrayList<>();
        for (JsonNode document : province.documents()) {
            document.findValuesAsText("nodePort").forEach(port -> shared.add("port " + port));
            document.findValuesAsText("destinationPath").forEach(path -> shared.add("backups " + path));
            if (document.path("kind").asText().equals("Keycloak")) {
                shared.add(document.at("/spec/hostname/hostname").asText());
            }
            if (document.path("kind").asText().equals("Kafka")) {
                shared.addAll(new HashSet<>(document.findValuesAsText("advertisedHost")));
            }
        }
        assertEquals(REGENCIES.size() * 7, shared.size(), shared.toString());
        assertEquals(shared.size(), Set.copyOf(shared).size(), shared.toString());
        assertTrue(shared.contains("port 31092"), shared.toString());
    }

    private static List<JsonNode> of(String regency) {
        return province.documents().stream()
                .filter(document -> document.at("/metadata/namespace").asText().equals("tanggap-" + regency))
                .toList();
    }

    /** Without what is of the cluster, and the dashboards, of which one Grafana can have only one. */
    private static Set<String> names(List<JsonNode> documents) {
        return documents.stream()
                .filter(document -> !document.at("/metadata/namespace").asText().isEmpty())
                .map(document -> document.path("kind").asText() + " " + Rendered.nameOf(document))
                .filter(name -> !name.startsWith("ConfigMap dashboard-"))
                // What ends some names is a hash of what is in them.
                .map(name -> name.replaceFirst("^((?:Secret|ConfigMap) [a-z-]+)-[a-z0-9]{10}$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
