package id.tanggap.local.stack;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What a service must be told to join a local system: addresses, its own credentials and only its own keys. */
public final class ServiceSettings {
    private ServiceSettings() {}

    /** Quarkus properties of the named service. */
    public static Map<String, String> properties(SystemConfig config, String service) {
        Credentials credentials = config.credentials();
        String database = Names.database(service);
        Map<String, String> settings = new HashMap<>();
        settings.put("quarkus.datasource.username", database);
        settings.put("quarkus.datasource.password", credentials.postgres().get(database));
        String owner = Names.databaseOwner(service);
        if (!owner.equals(database)) {
            settings.put("quarkus.flyway.username", owner);
            settings.put("quarkus.flyway.password", credentials.postgres().get(owner));
        }
        settings.put("quarkus.datasource.jdbc.url", config.jdbcUrl(database));
        settings.put("quarkus.datasource.reactive.url", config.jdbcUrl(database).substring("jdbc:".length()));
        KafkaAccess.client(config, service).forEach((key, value) -> settings.put("kafka." + key, value));
        settings.put("quarkus.oidc.auth-server-url", config.realmUrl());
        settings.put("tanggap.seal.at-rest-key", credentials.keys().get(Credentials.atRestKey(service)));
        if (service.equals("intake-service") || service.equals("ticket-service")) {
            settings.put("tanggap.seal.handover-key", credentials.keys().get(Credentials.HANDOVER_KEY));
        }
        if (service.equals("intake-service")) {
            settings.put("tanggap.caller-ref.key", credentials.keys().get(Credentials.CALLER_REF_KEY));
        }
        return settings;
    }

    /** The same as environment variables, named by MicroProfile Config's rule. */
    public static Map<String, String> environment(Map<String, String> properties) {
        return properties.entrySet().stream()
                .collect(Collectors.toMap(
                        entry -> entry.getKey().replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT),
                        Map.Entry::getValue));
    }
}
