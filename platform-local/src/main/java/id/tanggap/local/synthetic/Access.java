package id.tanggap.local.synthetic;

import static id.tanggap.local.stack.EnvironmentVariables.required;

import id.tanggap.local.replay.http.Bearers;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.net.URI;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How the synthetic test call reaches a system: by its own client and those of the agency {@code uji}, and nobody else's secrets.
 *
 * @param kafka settings of the agency's consumer
 */
record Access(Endpoints endpoints, Bearers bearers, Map<String, String> kafka) {
    static final String INTAKE = "INTAKE_URL";
    static final String TICKET = "TICKET_URL";
    static final String REALM = "REALM_URL";
    static final String SYNTHETIC_SECRET = "SYNTHETIC_CLIENT_SECRET";
    static final String AGENCY_SECRET = "AGENCY_CLIENT_SECRET";

    private static final String KAFKA = "KAFKA_";
    private static final String AGENCY = Names.agencyPrincipal(Names.TRIAL_AGENCY);

    static Access to(SystemConfig system) {
        return new Access(Endpoints.of(system), new RealmBearers(system), KafkaAccess.client(system, AGENCY));
    }

    /** As {@link #environment} has it; what is missing is told by its name. */
    static Access from(Map<String, String> environment) {
        Credentials own = new Credentials(
                Map.of(),
                Map.of(),
                Map.of(
                        Names.SYNTHETIC,
                        required(environment, SYNTHETIC_SECRET),
                        AGENCY,
                        required(environment, AGENCY_SECRET)),
                Map.of(),
                Map.of());
        return new Access(
                Endpoints.at(URI.create(required(environment, INTAKE)), URI.create(required(environment, TICKET))),
                new RealmBearers(required(environment, REALM), own),
                environment.entrySet().stream()
                        .filter(entry -> entry.getKey().startsWith(KAFKA))
                        .collect(Collectors.toMap(
                                entry -> entry.getKey()
                                        .substring(KAFKA.length())
                                        .toLowerCase(Locale.ROOT)
                                        .replace('_', '.'),
                                Map.Entry::getValue)));
    }

    /** What its process is told of a local system; {@code KAFKA_SASL_MECHANISM} is Kafka's {@code sasl.mechanism}, as of the services. */
    static Map<String, String> environment(SystemConfig system) {
        Map<String, String> clients = system.credentials().clients();
        Map<String, String> environment = new TreeMap<>(Map.of(
                INTAKE, "http://127.0.0.1:" + system.ports().intake(),
                TICKET, "http://127.0.0.1:" + system.ports().ticket(),
                REALM, system.realmUrl(),
                SYNTHETIC_SECRET, clients.get(Names.SYNTHETIC),
                AGENCY_SECRET, clients.get(AGENCY)));
        KafkaAccess.client(system, AGENCY)
                .forEach((key, value) ->
                        environment.put(KAFKA + key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        return environment;
    }
}
