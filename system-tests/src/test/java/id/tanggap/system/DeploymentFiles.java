package id.tanggap.system;

import id.tanggap.local.provision.DeploymentSecrets;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/** What docker-compose.yml and the manifests say, with a folder of generated secrets in the place of the deployment's own. */
final class DeploymentFiles {
    static final Path ROOT = Path.of(System.getProperty("tanggap.root", ".."));
    static final Path SINGLE_NODE = ROOT.resolve("k8s/overlays/single-node");
    static final Path MONITORED = ROOT.resolve("k8s/overlays/single-node-monitored");
    /** What watches the rest of docker-compose.yml; a cluster has its own. */
    static final Set<String> WATCH = Set.of("prometheus", "alertmanager", "node-exporter", "grafana", "jaeger");

    /** What plays a demonstration there, and nowhere else. */
    static final String REPLAY = "replay";

    private static final List<Path> KUSTOMIZATIONS = List.of(
            ROOT.resolve("k8s/base"),
            SINGLE_NODE,
            ROOT.resolve("monitoring"),
            ROOT.resolve("k8s/components/monitoring"),
            MONITORED);

    /** Of a pod's, and of a PodMonitor's; a pod's {@code secret} has no {@code name}. */
    private static final Set<String> REFERENCES =
            Set.of("configMapRef", "secretRef", "configMap", "secret", "clientSecret");

    private final Path secrets;
    private final Map<String, Object> compose =
            map(load(ROOT.resolve("docker-compose.yml")).getFirst());
    private final List<Path> manifests = new ArrayList<>();
    private final List<Map<String, Object>> documents = new ArrayList<>();
    private final List<Path> references = new ArrayList<>();
    private final Map<String, Map<String, String>> generated = new LinkedHashMap<>();

    private DeploymentFiles(Path secrets) throws IOException {
        this.secrets = secrets;
        for (Path folder : KUSTOMIZATIONS) {
            try (Stream<Path> files = Files.list(folder)) {
                files.filter(file -> file.toString().endsWith(".yaml") && !file.endsWith("kustomization.yaml"))
                        .forEach(manifests::add);
            }
            kustomization(folder);
        }
        for (Path manifest : manifests) {
            load(manifest).forEach(document -> documents.add(map(document)));
        }
    }

    /** Generates the secrets into the folder, as whoever deploys does. */
    static DeploymentFiles withSecretsIn(Path secrets) throws IOException {
        DeploymentSecrets.write(secrets, DeploymentSecrets.COMPOSE_BROKER);
        return new DeploymentFiles(secrets);
    }

    Set<String> composeNames() {
        return map(compose.get("services")).keySet();
    }

    Map<String, Object> composeService(String name) {
        return map(map(compose.get("services")).get(name));
    }

    /** Name of a secret to the file that holds it, in the folder of generated ones. */
    Map<String, Path> composeSecrets() {
        Map<String, Path> files = new LinkedHashMap<>();
        map(compose.get("secrets"))
                .forEach((name, secret) -> files.put(
                        name, secrets.resolve(map(secret).get("file").toString().replaceFirst("^\\.compose/", ""))));
        return files;
    }

    Map<String, String> composeEnvironment(String name) {
        return strings(composeService(name).get("environment"));
    }

    /** The only container of the workload of this name. */
    Map<String, Object> container(String name) {
        return map(list(pod(name).get("containers")).getFirst());
    }

    /** Its variables: those of generated maps and secrets first, as the kubelet has it. */
    Map<String, String> podEnvironment(String name) {
        Map<String, String> environment = new LinkedHashMap<>();
        for (Object source : list(container(name).get("envFrom"))) {
            map(source)
                    .values()
                    .forEach(reference -> environment.putAll(
                            generated.getOrDefault(map(reference).get("name").toString(), Map.of())));
        }
        for (Object variable : list(container(name).get("env"))) {
            environment.put(
                    map(variable).get("name").toString(),
                    map(variable).get("value").toString());
        }
        return environment;
    }

    /** All that the manifests hold. */
    List<Map<String, Object>> documents() {
        return documents;
    }

    List<Map<String, Object>> documents(String kind) {
        return documents.stream()
                .filter(document -> kind.equals(document.get("kind")))
                .toList();
    }

    List<Path> manifests() {
        return manifests;
    }

    /** Files that the kustomizations name. */
    List<Path> references() {
        return references;
    }

    /** Names of the maps and secrets that the kustomizations generate, and what is in each: values, and files by their paths. */
    Map<String, Map<String, String>> generated() {
        return generated;
    }

    /** Names of the maps and secrets that the workloads need. */
    Set<String> referred() {
        Set<String> names = new HashSet<>();
        documents.forEach(document -> collect(document, names));
        return names;
    }

    List<Path> all() {
        List<Path> files = new ArrayList<>(manifests);
        KUSTOMIZATIONS.forEach(folder -> files.add(folder.resolve("kustomization.yaml")));
        files.add(SINGLE_NODE.resolve("kafka/server.properties"));
        files.add(ROOT.resolve("docker-compose.yml"));
        return files;
    }

    /** A file of {@code NAME=value} lines, taken as Kustomize takes it: nothing is quoted. */
    static Map<String, String> env(Path file) throws IOException {
        Map<String, String> values = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file)) {
            int equals = line.indexOf('=');
            values.put(line.substring(0, equals), line.substring(equals + 1));
        }
        return values;
    }

    private void kustomization(Path folder) throws IOException {
        Map<String, Object> kustomization =
                map(load(folder.resolve("kustomization.yaml")).getFirst());
        for (String part : List.of("resources", "components")) {
            list(kustomization.get(part)).forEach(file -> references.add(place(folder, file)));
        }
        list(kustomization.get("patches"))
                .forEach(patch -> references.add(place(folder, map(patch).get("path"))));
        for (String generator : List.of("configMapGenerator", "secretGenerator")) {
            for (Object entry : list(kustomization.get(generator))) {
                Map<String, String> values = new LinkedHashMap<>();
                for (Object literal : list(map(entry).get("literals"))) {
                    String[] parts = literal.toString().split("=", 2);
                    values.put(parts[0], parts[1]);
                }
                for (Object file : list(map(entry).get("files"))) {
                    String[] parts = file.toString().split("=", 2);
                    Path path = place(folder, parts[parts.length - 1]);
                    references.add(path);
                    values.put(parts.length > 1 ? parts[0] : path.getFileName().toString(), path.toString());
                }
                for (Object file : list(map(entry).get("envs"))) {
                    references.add(place(folder, file));
                    values.putAll(env(place(folder, file)));
                }
                // An overlay adds to what its base has of a name.
                generated
                        .computeIfAbsent(map(entry).get("name").toString(), x -> new LinkedHashMap<>())
                        .putAll(values);
            }
        }
    }

    private Path place(Path folder, Object name) {
        String file = name.toString();
        return file.startsWith("secrets/")
                ? secrets.resolve(file.substring("secrets/".length()))
                : folder.resolve(file).normalize();
    }

    private Map<String, Object> pod(String name) {
        return documents.stream()
                .filter(document -> List.of("Deployment", "StatefulSet", "Job").contains(document.get("kind")))
                .filter(document -> name.equals(map(document.get("metadata")).get("name")))
                .map(document ->
                        map(map(map(document.get("spec")).get("template")).get("spec")))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no workload " + name));
    }

    private static void collect(Object node, Set<String> names) {
        if (node instanceof Map<?, ?> children) {
            children.forEach((key, value) -> {
                if (REFERENCES.contains(key) && map(value).containsKey("name")) {
                    names.add(map(value).get("name").toString());
                } else if (key.equals("secretName")) {
                    names.add(value.toString());
                }
                collect(value, names);
            });
        } else if (node instanceof List<?> children) {
            children.forEach(child -> collect(child, names));
        }
    }

    private static List<Object> load(Path file) throws IOException {
        List<Object> documents = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(file)) {
            new Yaml(new SafeConstructor(new LoaderOptions())).loadAll(reader).forEach(documents::add);
        }
        return documents;
    }

    /** One without a value is whoever starts it to give. */
    private static Map<String, String> strings(Object node) {
        Map<String, String> strings = new LinkedHashMap<>();
        map(node).forEach((key, value) -> strings.put(key, Objects.toString(value, "")));
        return strings;
    }

    private static Map<String, Object> map(Object node) {
        Map<String, Object> map = new LinkedHashMap<>();
        ((Map<?, ?>) node).forEach((key, value) -> map.put(key.toString(), value));
        return map;
    }

    private static List<?> list(Object node) {
        return node == null ? List.of() : (List<?>) node;
    }
}
