package id.tanggap.local.provision;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Ports;
import id.tanggap.local.stack.Realm;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.stack.ServiceSettings;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.ClientFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The secrets of one deployment as files, one for each who must know them: random, made once, completed by a newer
 * version and never changed. The folder is closed to other users of the machine; the files that a container mounts are
 * readable within, because the container reads them as a user of its own.
 */
public final class DeploymentSecrets {
    /** Everything, in the launcher's own form; the other files are made from it and can be made again. */
    public static final String ALL = "credentials.json";

    public static final String COMPOSE = "compose.env";
    public static final String REALM = "tanggap-realm.json";
    public static final String KAFKA_USERS = "kafka-users.properties";
    /** For operators of a cluster: what the placeholders of its realm stand for, and the Secrets that they look for the values in. */
    public static final String REALM_VALUES = "realm.env";

    static final String REALM_SECRET = "realm";
    static final String KAFKA_USERS_SECRET = "kafka-users";

    /** What Prometheus gets its token with; nothing follows it in the file. */
    public static final String PROMETHEUS_CLIENT = "prometheus-client";
    /** Grafana's first password of its user {@code admin}. */
    public static final String GRAFANA_ADMIN = "grafana-admin";
    /** The mail server's password is not ours to make: the file is empty until somebody writes it there, and then left alone. */
    public static final String ALERTMANAGER_MAIL = "alertmanager-mail";
    /** The folder of the servers' certificates and their authority's. */
    public static final String TLS = "tls";
    /** The folder of each agency's settings for its own Kafka client. */
    public static final String CLIENTS = "clients";

    /** Where docker-compose.yml has agencies reach the broker. */
    public static final String COMPOSE_BROKER = "127.0.0.1:19092";

    /** Keycloak's own database lies beside the services' four. */
    static final String KEYCLOAK_DATABASE = "keycloak";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private DeploymentSecrets() {}

    /** Writes the files into the folder, which is made if need be; agencies reach the broker at {@code bootstrapServers}. */
    public static void write(Path folder, String bootstrapServers) {
        write(folder, bootstrapServers, false);
    }

    /**
     * The same to show the system on one machine: people keep their first passwords, and programs may log in as they, which
     * nobody else may (RFC 9700, 2.4).
     */
    public static void demo(Path folder) {
        write(folder, COMPOSE_BROKER);
        try {
            mounted(folder.resolve(REALM), Realm.localDocument(credentials(folder.resolve(ALL))));
        } catch (IOException e) {
            throw new StackException("Cannot write the realm into " + folder + ": " + e.getMessage(), e);
        }
    }

    /**
     * New keys and certificates of the servers, under the authority that everybody knows already, and no other secret; for these names,
     * too, besides those that they have.
     */
    public static void renewCertificates(Path folder, List<String> moreNames) {
        try {
            new Certificates(folder.resolve(TLS)).renew(moreNames);
        } catch (IOException e) {
            throw new StackException("Cannot renew the certificates in " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Likewise; {@code operated} where others give the servers their certificates, as a cluster's operators do. */
    public static void write(Path folder, String bootstrapServers, boolean operated) {
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
            Credentials credentials = credentials(folder.resolve(ALL));
            Map<String, String> compose = new TreeMap<>();
            for (String service : Names.SERVICES) {
                Map<String, String> secrets = ofService(credentials, service);
                write(folder.resolve(service + ".env"), secrets);
                secrets.forEach((name, value) -> compose.put(composeName(service, name), value));
            }
            Map<String, String> databases = databases(credentials);
            write(folder.resolve("postgres.env"), databases);
            Map<String, String> kafka =
                    Map.of("KAFKA_ADMIN_PASSWORD", credentials.kafka().get(Names.KAFKA_ADMIN));
            write(folder.resolve("kafka.env"), kafka);
            String administrator = credentials.users().get(Credentials.KEYCLOAK_ADMIN);
            write(
                    folder.resolve("keycloak.env"),
                    Map.of(
                            "KC_BOOTSTRAP_ADMIN_PASSWORD",
                            administrator,
                            "KC_DB_PASSWORD",
                            credentials.postgres().get(KEYCLOAK_DATABASE)));
            compose.putAll(databases);
            compose.putAll(kafka);
            compose.put("KEYCLOAK_ADMIN_PASSWORD", administrator);
            Map<String, String> synthetic = synthetic(credentials);
            synthetic.forEach((name, value) -> compose.put(composeName(name), value));
            write(folder.resolve(Names.SYNTHETIC + ".env"), synthetic);
            write(folder.resolve(COMPOSE), compose);
            for (Map.Entry<String, String> role : credentials.postgres().entrySet()) {
                if (!role.getKey().equals("postgres")) {
                    account(folder, "database-" + role.getKey(), role.getKey(), role.getValue());
                }
            }
            account(folder, "keycloak-admin", Credentials.KEYCLOAK_ADMIN, administrator);
            write(folder.resolve(REALM_VALUES), RealmSecrets.values(credentials));
            mounted(folder.resolve(REALM), Realm.document(credentials));
            mounted(folder.resolve(KAFKA_USERS), lines(users(credentials)));
            mounted(folder.resolve(PROMETHEUS_CLIENT), credentials.clients().get(Names.PROMETHEUS));
            mounted(folder.resolve(GRAFANA_ADMIN), credentials.users().get(GRAFANA_ADMIN));
            if (Files.notExists(folder.resolve(ALERTMANAGER_MAIL))) {
                mounted(folder.resolve(ALERTMANAGER_MAIL), "");
            }
            Path clients = folder.resolve(CLIENTS);
            new ClientFiles(clients)
                    .write(anywhere(credentials), new ClientFiles.Broker(bootstrapServers, "SCRAM-SHA-512", true));
            if (!operated) {
                Certificates certificates = new Certificates(folder.resolve(TLS));
                certificates.complete(bootstrapServers.replaceFirst(":\\d+$", ""));
                mounted(clients.resolve(ClientFiles.AUTHORITY), Files.readString(certificates.authority()));
            }
        } catch (IOException e) {
            throw new StackException("Cannot write the secrets into " + folder + ": " + e.getMessage(), e);
        }
    }

    /** What only this service may know: those of its settings that are a secret by themselves, and its Kafka password. */
    private static Map<String, String> ofService(Credentials credentials, String service) {
        Set<String> known = new HashSet<>(credentials.postgres().values());
        known.addAll(credentials.keys().values());
        Map<String, String> secrets = new TreeMap<>(
                ServiceSettings.environment(ServiceSettings.properties(anywhere(credentials), service))
                        .entrySet()
                        .stream()
                        .filter(entry -> known.contains(entry.getValue()))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        secrets.put("BROKER_PASSWORD", credentials.kafka().get(service));
        return secrets;
    }

    /** Its addresses are nobody's: only what is secret is taken from it. */
    private static SystemConfig anywhere(Credentials credentials) {
        return new SystemConfig(Path.of("."), Ports.local(0), credentials, true);
    }

    /** {@code INTAKE_TANGGAP_SEAL_AT_REST_KEY}: all services' secrets share one file there. */
    private static String composeName(String service, String name) {
        return switch (name) {
            case "QUARKUS_DATASOURCE_PASSWORD" -> passwordOf(Names.database(service));
            case "QUARKUS_FLYWAY_PASSWORD" -> passwordOf(Names.databaseOwner(service));
            default -> Names.database(service).toUpperCase(Locale.ROOT) + "_" + name;
        };
    }

    private static String passwordOf(String role) {
        return role.toUpperCase(Locale.ROOT) + "_DB_PASSWORD";
    }

    private static Map<String, String> databases(Credentials credentials) {
        Map<String, String> passwords = new TreeMap<>();
        credentials.postgres().forEach((role, password) -> {
            passwords.put(role.equals("postgres") ? "POSTGRES_PASSWORD" : passwordOf(role), password);
        });
        return passwords;
    }

    /** What the synthetic test call may know: its own client's secret and those of the agency that nobody works in. */
    private static Map<String, String> synthetic(Credentials credentials) {
        String agency = Names.agencyPrincipal(Names.TRIAL_AGENCY);
        return Map.of(
                "SYNTHETIC_CLIENT_SECRET", credentials.clients().get(Names.SYNTHETIC),
                "AGENCY_CLIENT_SECRET", credentials.clients().get(agency),
                "BROKER_PASSWORD", credentials.kafka().get(agency));
    }

    /** {@code UJI_CLIENT_SECRET}: there the agency's are told from all others by its name. */
    private static String composeName(String synthetic) {
        String agency = Names.TRIAL_AGENCY.toUpperCase(Locale.ROOT) + "_";
        return switch (synthetic) {
            case "AGENCY_CLIENT_SECRET" -> agency + "CLIENT_SECRET";
            case "BROKER_PASSWORD" -> agency + synthetic;
            default -> synthetic;
        };
    }

    private static Map<String, String> users(Credentials credentials) {
        Map<String, String> users = new TreeMap<>(credentials.kafka());
        users.remove(Names.KAFKA_ADMIN);
        return users;
    }

    private static Credentials credentials(Path file) throws IOException {
        Credentials credentials = Credentials.loadOrCreate(file);
        boolean known = credentials.postgres().containsKey(KEYCLOAK_DATABASE)
                && credentials.users().containsKey(GRAFANA_ADMIN);
        if (!known) {
            credentials.postgres().computeIfAbsent(KEYCLOAK_DATABASE, x -> random());
            credentials.users().computeIfAbsent(GRAFANA_ADMIN, x -> random());
            Secrets.write(file, JSON.writeValueAsString(credentials));
        }
        return credentials;
    }

    private static String random() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }

    /** As operators of a cluster take an account, in the keys of Kubernetes' type {@code basic-auth}. */
    private static void account(Path folder, String name, String user, String password) throws IOException {
        write(folder.resolve(name.replace('_', '-') + ".env"), Map.of("username", user, "password", password));
    }

    private static void write(Path file, Map<String, String> values) throws IOException {
        Secrets.write(file, lines(values));
    }

    /** For a container that reads it as a user of its own. */
    static void mounted(Path file, String content) throws IOException {
        Secrets.write(file, content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    }

    private static String lines(Map<String, String> values) {
        return new TreeMap<>(values)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .collect(Collectors.joining("\n", "", "\n"));
    }
}
