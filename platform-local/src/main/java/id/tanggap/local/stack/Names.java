package id.tanggap.local.stack;

import java.util.List;

/** The services, agencies and people that the local system knows: the same in Kafka, PostgreSQL and Keycloak. */
public final class Names {
    public static final List<String> SERVICES =
            List.of("intake-service", "triage-service", "ticket-service", "notification-service");

    public static final List<String> AGENCIES = List.of(
            "damkar",
            "bpbd",
            "dinkes",
            "polres",
            "pdam",
            "pln",
            "dpupr",
            "dishub",
            "dlh",
            "dinsos",
            "satpolpp",
            "diskominfo",
            "pusat",
            "uji");

    public static final String KAFKA_ADMIN = "admin";
    public static final String GATEWAY = "gateway";
    /** The program, and the client of the realm that it reads metrics as. */
    public static final String PROMETHEUS = "prometheus";

    /** The synthetic test call: the program that makes it, and its client of the realm. */
    public static final String SYNTHETIC = "synthetic";

    /** The agency that nobody works in: where its ticket arrives. */
    public static final String TRIAL_AGENCY = "uji";

    /** One of the first agency's people who is not its administrator. */
    public static final String OFFICER = "officer1";

    /** What the name of a database's owner ends with, where it is not the service itself. */
    static final String OWNER = "_owner";

    public static final String ALERTMANAGER = "alertmanager";
    public static final String NODE_EXPORTER = "node-exporter";

    private Names() {}

    /** {@code intake-service} keeps its data in the database {@code intake}, owned by a role of the same name. */
    public static String database(String service) {
        return service.endsWith("-service") ? service.substring(0, service.length() - "-service".length()) : service;
    }

    /**
     * The role that owns the service's database and changes its tables, where the service itself may do neither because it keeps what it
     * must not be able to change; else the service's own.
     */
    public static String databaseOwner(String service) {
        String own = database(service);
        return service.equals("ticket-service") ? own + OWNER : own;
    }

    /** The Kafka principal and Keycloak client of an agency. */
    public static String agencyPrincipal(String agency) {
        return "agency-" + agency;
    }
}
