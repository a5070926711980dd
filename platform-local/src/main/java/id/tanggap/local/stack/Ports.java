package id.tanggap.local.stack;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/** TCP ports of one system, all on the loopback address. */
public record Ports(
        int intake,
        int triage,
        int ticket,
        int notification,
        int keycloak,
        int keycloakManagement,
        int kafka,
        int kafkaController,
        int postgres,
        int prometheus,
        int alertmanager,
        int nodeExporter,
        int synthetic) {
    private static final int MOST_OFFSET = 46_000;
    private static final int FIRST_FREE = 20_000;
    private static final int FIRST_LENT = 32_768;

    /** The ports of the local profile, moved up by {@code offset} for a second system on one machine. */
    public static Ports local(int offset) {
        if (offset < 0 || offset > MOST_OFFSET) {
            throw new StackException("--port-offset must be from 0 to " + MOST_OFFSET + ", not " + offset + ".");
        }
        return new Ports(
                8101 + offset,
                8102 + offset,
                8103 + offset,
                8104 + offset,
                8180 + offset,
                8181 + offset,
                19092 + offset,
                19093 + offset,
                15432 + offset,
                8190 + offset,
                8191 + offset,
                8192 + offset,
                // 8193 is Grafana's in a deployment.
                8194 + offset);
    }

    /** Ports that are each as {@link #anyFree} has it. */
    public static Ports free() {
        Set<Integer> found = new LinkedHashSet<>();
        while (found.size() < 13) {
            found.add(anyFree());
        }
        Iterator<Integer> p = found.iterator();
        return new Ports(
                p.next(), p.next(), p.next(), p.next(), p.next(), p.next(), p.next(), p.next(), p.next(), p.next(),
                p.next(), p.next(), p.next());
    }

    /**
     * A port that nobody listens on at this moment, below those that systems lend to outgoing connections: a client of some
     * other program cannot take it while its server is down. While this process lives no other one gets the same from here.
     */
    public static int anyFree() {
        int port;
        do {
            port = ThreadLocalRandom.current().nextInt(FIRST_FREE, FIRST_LENT);
        } while (!PortClaim.take(port) || !isFree(port));
        return port;
    }

    /** The same but for Keycloak, which is the one of {@code other}. */
    public Ports withKeycloakOf(Ports other) {
        return new Ports(
                intake,
                triage,
                ticket,
                notification,
                other.keycloak,
                other.keycloakManagement,
                kafka,
                kafkaController,
                postgres,
                prometheus,
                alertmanager,
                nodeExporter,
                synthetic);
    }

    /** The port that a service or a server listens on, by its name. */
    public int of(String service) {
        return switch (service) {
            case "intake-service" -> intake;
            case "triage-service" -> triage;
            case "ticket-service" -> ticket;
            case "notification-service" -> notification;
            case KafkaServer.NAME -> kafka;
            case PostgresServer.NAME -> postgres;
            case KeycloakServer.NAME -> keycloak;
            case Names.PROMETHEUS -> prometheus;
            case Names.ALERTMANAGER -> alertmanager;
            case Names.NODE_EXPORTER -> nodeExporter;
            case Names.SYNTHETIC -> synthetic;
            default -> throw new IllegalArgumentException("no port for " + service);
        };
    }

    /** All that it listens on: {@link #of} first. */
    public List<Integer> allOf(String name) {
        return switch (name) {
            case KafkaServer.NAME -> List.of(kafka, kafkaController);
            case KeycloakServer.NAME -> List.of(keycloak, keycloakManagement);
            default -> List.of(of(name));
        };
    }

    /** Whether a server could listen there now. */
    public static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress("127.0.0.1", port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
