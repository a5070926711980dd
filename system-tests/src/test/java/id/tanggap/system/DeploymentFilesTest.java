package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.contract.AsyncApiDocument;
import id.tanggap.local.contract.Channel.Ownership;
import id.tanggap.local.provision.DeploymentSecrets;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.ServiceSettings;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.synthetic.SyntheticProgram;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * {@code docker-compose.yml} and {@code k8s/} describe the system that the launcher starts: no service, setting, secret or
 * version of it may be missing there. Nothing is started here.
 */
class DeploymentFilesTest {
    static final List<String> SERVICES = Names.SERVICES;

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(\\w+)([^}]*)}");

    @TempDir
    static Path secrets;

    private static DeploymentFiles files;

    @BeforeAll
    static void readFiles() throws IOException {
        files = DeploymentFiles.withSecretsIn(secrets);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void composeGivesAServiceEverySettingThatTheLauncherGives(String service) {
        assertSettings(service, files.composeEnvironment(service));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void kubernetesGivesAServiceEverySettingThatTheLauncherGives(String service) {
        assertSettings(service, files.podEnvironment(service));
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void aServiceListensAndIsProbedWhereItsOwnConfigurationSays(String service) throws IOException {
        String port = properties(DeploymentFiles.ROOT.resolve(service + "/src/main/resources/application.properties"))
                .getProperty("quarkus.http.port");
        Map<String, Object> compose = files.composeService(service);
        assertAll(
                () -> assertEquals(List.of("127.0.0.1:" + port + ":" + port), compose.get("ports")),
                () -> assertTrue(compose.get("healthcheck").toString().contains(" 127.0.0.1:" + port + " ")),
                () -> assertEquals(port, files.composeEnvironment(service).get("QUARKUS_HTTP_SSL_PORT")),
                () -> assertTrue(
                        files.container(service).get("ports").toString().contains("containerPort=" + port)));
    }

    /** {@code ./tanggap down --wipe} removes that folder, and what was sealed in a deployment stays sealed for good. */
    @Test
    void composesSecretsAreNotInTheLaunchersFolder() throws IOException {
        assertFalse(Files.readString(DeploymentFiles.ROOT.resolve("docker-compose.yml"))
                .contains(".tanggap/"));
        assertTrue(
                Files.readAllLines(DeploymentFiles.ROOT.resolve(".gitignore")).contains(".compose/"));
    }

    @Test
    void composeAsksForEverySecretAndForNoOther() throws IOException {
        String text = Files.readString(DeploymentFiles.ROOT.resolve("docker-compose.yml"));
        Set<String> asked = new TreeSet<>();
        VARIABLE.matcher(text).results().forEach(match -> {
            asked.add(match.group(1));
            assertTrue(match.group(2).startsWith(":?"), match.group() + " must have no default");
        });
        assertEquals(
                new TreeSet<>(DeploymentFiles.env(secrets.resolve(DeploymentSecrets.COMPOSE))
                        .keySet()),
                asked);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void everyConnectionOfAServiceInComposeIsEncryptedAndItsOtherEndProven(String service) {
        Map<String, String> given = files.composeEnvironment(service);
        String ca = "/run/secrets/ca.crt";
        String own = "/run/secrets/" + service + ".pem";
        Map.of(
                        "KAFKA_SECURITY_PROTOCOL", "SASL_SSL",
                        "KAFKA_SSL_TRUSTSTORE_LOCATION", ca,
                        "QUARKUS_DATASOURCE_REACTIVE_POSTGRESQL_SSL_MODE", "verify-full",
                        "QUARKUS_DATASOURCE_REACTIVE_HOSTNAME_VERIFICATION_ALGORITHM", "HTTPS",
                        "QUARKUS_DATASOURCE_REACTIVE_TRUST_CERTIFICATE_PEM_CERTS", ca,
                        "QUARKUS_TLS_KEYCLOAK_TRUST_STORE_PEM_CERTS", ca,
                        "QUARKUS_HTTP_INSECURE_REQUESTS", "disabled",
                        "QUARKUS_TLS_SERVER_KEY_STORE_PEM_OWN_KEY", own,
                        "QUARKUS_TLS_SERVER_KEY_STORE_PEM_OWN_CERT", own)
                .forEach((name, value) -> assertEquals(value, given.get(name), name));
        assertAll(
                () -> assertTrue(
                        given.get("QUARKUS_DATASOURCE_JDBC_URL").endsWith("?sslmode=verify-full&sslrootcert=" + ca)),
                () -> assertTrue(given.get("QUARKUS_OIDC_AUTH_SERVER_URL").startsWith("https://keycloak:8443/")));
    }

    /** Also not one that nobody is meant to use: in compose each of them would be reached by all containers of the network. */
    @Test
    void noServerOfComposeListensInTheClear() throws IOException {
        Properties broker = properties(DeploymentFiles.SINGLE_NODE.resolve("kafka/server.properties"));
        List<String> listeners =
                List.of(broker.getProperty("listener.security.protocol.map").split(","));
        listeners.forEach(listener -> assertTrue(listener.endsWith(":SASL_SSL"), listener));
        assertEquals(broker.getProperty("listeners").split(",").length, listeners.size());
        Files.readAllLines(DeploymentFiles.SINGLE_NODE.resolve("postgres/pg_hba.conf")).stream()
                .filter(line -> !line.startsWith("#"))
                .forEach(line -> assertTrue(line.matches("(local|hostssl) .* scram-sha-256"), line));
        String database = files.composeService("postgres").get("command").toString();
        Map<String, String> keycloak = files.composeEnvironment("keycloak");
        assertAll(
                () -> assertTrue(database.contains("-c, ssl=on,"), database),
                () -> assertTrue(database.contains("hba_file=/etc/tanggap/pg_hba.conf"), database),
                () -> assertFalse(keycloak.containsKey("KC_HTTP_ENABLED")),
                () -> assertEquals("127.0.0.1", keycloak.get("KC_HTTP_MANAGEMENT_HOST")),
                () -> assertTrue(keycloak.get("KC_DB_URL").contains("?sslmode=verify-full&")),
                () -> assertTrue(keycloak.get("KC_HOSTNAME").startsWith("https://")));
    }

    /** Whoever has a server's key can play it. */
    @Test
    void aServersKeyIsGivenToItAlone() throws IOException {
        Map<String, Path> secret = files.composeSecrets();
        Set<String> servers = new TreeSet<>();
        for (String name : files.composeNames()) {
            List<?> given = files.composeService(name).get("secrets") instanceof List<?> list ? list : List.of();
            for (Object each : given) {
                if (each.toString().endsWith(".pem")) {
                    assertEquals(name + ".pem", each);
                    assertTrue(Files.readString(secret.get(each.toString())).contains("BEGIN PRIVATE KEY"), name);
                    servers.add(name);
                }
            }
        }
        Set<String> wanted = new TreeSet<>(SERVICES);
        wanted.addAll(Set.of("kafka", "postgres", "keycloak"));
        assertEquals(wanted, servers);
        assertFalse(Files.readString(secret.get("ca.crt")).contains("PRIVATE"));
        assertFalse(secret.values().toString().contains("ca.key"), "the authority's own is no container's business");
    }

    /** A deployment whose people choose their own passwords has nobody a program may log in as: a replay plays a demonstration alone. */
    @Test
    void aReplayPlaysOnlyForWhoAsksForItAndWithEveryonesPasswords() {
        Map<String, Object> replay = files.composeService(DeploymentFiles.REPLAY);
        assertEquals(List.of(DeploymentFiles.REPLAY), replay.get("profiles"));
        assertEquals(files.composeService("provision").get("image"), replay.get("image"));
        assertEquals(
                secrets.resolve(DeploymentSecrets.ALL), files.composeSecrets().get("credentials"));
        assertEquals(Set.copyOf(SERVICES), Set.copyOf(((Map<?, ?>) replay.get("depends_on")).keySet()));
    }

    @Test
    void noSecretIsWrittenIntoAFile() throws IOException {
        for (Path file : files.all()) {
            String text = Files.readString(file);
            assertTrue(
                    Pattern.compile("(?i)password=\\\\?\"(?!\\$[{(])")
                            .matcher(text)
                            .results()
                            .findAny()
                            .isEmpty(),
                    file.toString());
        }
        assertTrue(files.documents("Secret").isEmpty(), "secrets are generated, never committed");
    }

    @Test
    void imagesAreOfTheVersionsThatTheLauncherRuns() throws IOException {
        String postgres = bom("postgresql.binaries.version").replaceFirst("\\.0$", "");
        Map<String, String> expected = Map.of(
                "kafka", "apache/kafka:" + bom("kafka.server.version"),
                "keycloak", "quay.io/keycloak/keycloak:" + bom("keycloak.version"),
                "postgres", "postgres:" + postgres);
        expected.forEach((name, image) -> assertAll(
                () -> assertEquals(image, files.composeService(name).get("image")),
                () -> assertEquals(image, files.container(name).get("image"))));
        for (String name : files.composeNames()) {
            if (!DeploymentFiles.WATCH.contains(name) && !name.equals(DeploymentFiles.REPLAY)) {
                assertEquals(
                        files.composeService(name).get("image"),
                        files.container(name).get("image"),
                        name);
            }
        }
    }

    @Test
    void theDatabasesLogHoldsNothingOfARow() {
        for (String setting : Databases.DISCREET) {
            assertTrue(
                    files.composeService("postgres").get("command").toString().contains("-c, " + setting), setting);
            assertTrue(files.container("postgres").get("args").toString().contains("-c, " + setting), setting);
        }
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void anEventIsOnTwoOfThreeBrokersBeforeItCountsAsSent(String service) throws IOException {
        Path contract = DeploymentFiles.ROOT.resolve(service + "/src/main/resources/META-INF/tanggap/asyncapi.yaml");
        AsyncApiDocument document;
        try (InputStream source = Files.newInputStream(contract)) {
            document = AsyncApiDocument.parse(source);
        }
        List<Ownership> owned = document.channels().values().stream()
                .flatMap(channel -> channel.ownership().stream())
                .toList();
        assertFalse(owned.isEmpty());
        for (Ownership topic : owned) {
            assertEquals(3, topic.replicas(), topic.toString());
            assertEquals("2", topic.configuration().get("min.insync.replicas"), topic.toString());
        }
    }

    @Test
    void kustomizationsReferToWhatIsThere() {
        files.references().forEach(path -> assertTrue(Files.exists(path), path + " does not exist"));
        assertEquals(
                files.manifests().stream().map(Path::normalize).collect(Collectors.toSet()),
                files.references().stream()
                        .filter(path -> path.toString().endsWith(".yaml"))
                        .collect(Collectors.toSet()),
                "every manifest is part of a kustomization");
        Set<String> generated = files.generated().keySet();
        assertTrue(generated.containsAll(files.referred()), files.referred() + " in " + generated);
    }

    @Test
    void theBrokerRefusesWhatNobodyDeclared() throws IOException {
        Properties broker = properties(DeploymentFiles.SINGLE_NODE.resolve("kafka/server.properties"));
        assertAll(
                () -> assertEquals("false", broker.getProperty("auto.create.topics.enable")),
                () -> assertEquals("false", broker.getProperty("allow.everyone.if.no.acl.found")),
                () -> assertEquals("User:" + Names.KAFKA_ADMIN, broker.getProperty("super.users")),
                () -> assertTrue(broker.getProperty("authorizer.class.name").endsWith("StandardAuthorizer")),
                () -> assertEquals(
                        "SCRAM-SHA-512", broker.getProperty("listener.name.client.sasl.enabled.mechanisms")));
    }

    @Test
    void agenciesReachTheBrokerFromOutside() {
        String compose = files.composeEnvironment("kafka").get("KAFKA_ADVERTISED_LISTENERS");
        String pod = files.container("kafka").toString();
        String ports = "{name=agency, port=19092, targetPort=agency, nodePort=31092}";
        assertAll(
                () -> assertTrue(compose.contains("AGENCY://" + DeploymentSecrets.COMPOSE_BROKER), compose),
                () -> assertEquals(
                        List.of("127.0.0.1:19092:19092"),
                        files.composeService("kafka").get("ports")),
                () -> assertTrue(pod.contains("AGENCY://:19092"), pod),
                () -> assertTrue(pod.contains("AGENCY://$(NODE_ADDRESS):31092"), pod),
                () -> assertTrue(pod.contains("{name=agency, containerPort=19092}"), pod),
                () -> assertTrue(files.documents("Service").toString().contains(ports)),
                () -> assertTrue(files.documents("NetworkPolicy").stream()
                        .filter(policy -> policy.toString().contains("metadata={name=kafka}"))
                        .anyMatch(policy -> policy.toString().contains("{ports=[{protocol=TCP, port=19092}]}"))));
    }

    @Test
    void everyAgencyGetsSettingsForTheDeploymentsBroker() throws IOException {
        for (String agency : Names.AGENCIES) {
            for (String form : List.of(".properties", ".java.properties")) {
                Path file = secrets.resolve(DeploymentSecrets.CLIENTS).resolve(agency + form);
                Properties client = properties(file);
                assertEquals(
                        DeploymentSecrets.COMPOSE_BROKER, client.getProperty("bootstrap.servers"), file.toString());
                assertEquals("SCRAM-SHA-512", client.getProperty("sasl.mechanism"), file.toString());
                assertEquals("agency-" + agency, client.getProperty("group.id"), file.toString());
                assertEquals("SASL_SSL", client.getProperty("security.protocol"), file.toString());
                String authority = client.getProperty("ssl.ca.location", client.getProperty("ssl.truststore.location"));
                assertEquals(
                        Files.readString(files.composeSecrets().get("ca.crt")),
                        Files.readString(file.resolveSibling(authority)));
            }
        }
    }

    @Test
    void webhooksMayLeaveToEveryPortThatASubscriptionMayName() {
        Map<String, Object> policy = files.documents("NetworkPolicy").stream()
                .filter(each -> each.get("metadata").toString().equals("{name=webhooks}"))
                .findFirst()
                .orElseThrow();
        assertTrue(policy.toString().contains("ports=[{protocol=TCP}]"), policy.toString());
    }

    @Test
    void provisioningKnowsEveryServicesContractAndMakesEveryDatabase() throws IOException {
        String image = Files.readString(DeploymentFiles.ROOT.resolve("platform-local/provision/Dockerfile"));
        String databases = Files.readString(DeploymentFiles.SINGLE_NODE.resolve("postgres/databases.sh"));
        Set<String> made = Set.of(Pattern.compile("for name in (.*);")
                .matcher(databases)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1)
                .split(" "));
        for (String service : SERVICES) {
            String contract = service + "/src/main/resources/META-INF/tanggap/";
            assertTrue(image.contains("COPY " + contract + "asyncapi.yaml contracts/" + contract), service);
            assertTrue(made.contains(Names.database(service)), service);
            String owner = Names.databaseOwner(service);
            assertEquals(!owner.equals(Names.database(service)), databases.contains("owner=" + owner + "\n"), service);
        }
    }

    @Test
    void composeTellsTheSyntheticCallAllThatALocalSystemTellsIt() {
        SystemConfig any = new SystemConfig(Path.of("."), Ports.local(0), Credentials.random(), true);
        Map<String, String> given = files.composeEnvironment(Names.SYNTHETIC);
        Set<String> wanted =
                new TreeSet<>(SyntheticProgram.environment(any, "0.0.0.0:8194").keySet());
        // A local system speaks in the clear.
        wanted.addAll(Set.of("TRUSTED_AUTHORITY", "KAFKA_SSL_TRUSTSTORE_TYPE", "KAFKA_SSL_TRUSTSTORE_LOCATION"));
        assertEquals(wanted, given.keySet());
        assertEquals("SASL_SSL", given.get("KAFKA_SECURITY_PROTOCOL"));
        given.forEach((name, value) -> assertFalse(value.startsWith("http:"), name));
        assertTrue(given.get("KAFKA_SASL_JAAS_CONFIG").contains("username=\"agency-uji\""));
        assertTrue(files.composeService(Names.SYNTHETIC)
                .get("entrypoint")
                .toString()
                .contains(SyntheticProgram.class.getName()));
    }

    @Test
    void kubernetesTellsTheSyntheticCallTheSame() {
        SystemConfig any = new SystemConfig(Path.of("."), Ports.local(0), Credentials.random(), true);
        String listen = files.composeEnvironment(Names.SYNTHETIC).get("LISTEN");
        Map<String, String> given = files.podEnvironment(Names.SYNTHETIC);
        Set<String> wanted =
                new TreeSet<>(SyntheticProgram.environment(any, listen).keySet());
        wanted.add("BROKER_PASSWORD");
        String container = files.container(Names.SYNTHETIC).toString();
        assertAll(
                () -> assertEquals(wanted, new TreeSet<>(given.keySet())),
                () -> assertEquals(listen, given.get("LISTEN")),
                () -> assertTrue(container.contains("containerPort=" + listen.replaceFirst(".*:", "") + "}")),
                () -> assertTrue(given.get("KAFKA_SASL_JAAS_CONFIG")
                        .contains("username=\"agency-uji\" password=\"$(BROKER_PASSWORD)\"")),
                () -> assertEquals(
                        files.composeService(Names.SYNTHETIC).get("entrypoint"),
                        files.container(Names.SYNTHETIC).get("command")));
    }

    /** Two would close each other's tickets, also while a release replaces one by the next. */
    @Test
    void aClusterHasOneSyntheticCall() {
        Map<?, ?> spec = files.documents("Deployment").stream()
                .filter(each -> each.get("metadata").toString().contains("{name=" + Names.SYNTHETIC + ","))
                .map(each -> (Map<?, ?>) each.get("spec"))
                .findFirst()
                .orElseThrow();
        assertEquals(1, spec.get("replicas"));
        assertEquals(Map.of("type", "Recreate"), spec.get("strategy"));
    }

    private static void assertSettings(String service, Map<String, String> given) {
        SystemConfig any = new SystemConfig(Path.of("."), Ports.local(0), Credentials.random(), true);
        Set<String> wanted = ServiceSettings.environment(ServiceSettings.properties(any, service))
                .keySet();
        Set<String> missing = new TreeSet<>(wanted);
        missing.removeAll(given.keySet());
        String database = Names.database(service);
        assertAll(
                () -> assertEquals(Set.of(), missing, "settings that " + service + " is not given"),
                () -> assertEquals(database, given.get("QUARKUS_DATASOURCE_USERNAME")),
                () -> assertEquals(
                        Names.databaseOwner(service), given.getOrDefault("QUARKUS_FLYWAY_USERNAME", database)),
                () -> assertTrue(given.get("QUARKUS_DATASOURCE_JDBC_URL")
                        .replaceFirst("\\?.*", "")
                        .endsWith(":5432/" + database)),
                () -> assertTrue(given.get("QUARKUS_DATASOURCE_REACTIVE_URL").endsWith(":5432/" + database)),
                () -> assertTrue(given.get("KAFKA_SASL_JAAS_CONFIG").contains("username=\"" + service + "\"")));
    }

    private static String bom(String property) throws IOException {
        String text = Files.readString(DeploymentFiles.ROOT.resolve("platform-bom/pom.xml"));
        return Pattern.compile("<" + Pattern.quote(property) + ">([^<]+)<")
                .matcher(text)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static Properties properties(Path file) throws IOException {
        Properties properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }
}
