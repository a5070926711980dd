package id.tanggap.local.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

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
        int postgres) {

    /** The ports of the local profile, moved up by {@code offset} for a second system on one machine. */
    public static Ports local(int offset) {
        return new Ports(
                8101 + offset,
                8102 + offset,
                8103 + offset,
                8104 + offset,
                8180 + offset,
                8181 + offset,
                19092 + offset,
                19093 + offset,
                15432 + offset);
    }

    /** Ports that nobody listens on at this moment. */
    public static Ports free() {
        List<ServerSocket> held = new ArrayList<>();
        try {
            for (int i = 0; i < 9; i++) {
                ServerSocket socket = new ServerSocket();
                held.add(socket);
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            }
            int[] p = held.stream().mapToInt(ServerSocket::getLocalPort).toArray();
            return new Ports(p[0], p[1], p[2], p[3], p[4], p[5], p[6], p[7], p[8]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            held.forEach(Ports::close);
        }
    }

    public int of(String service) {
        return switch (service) {
            case "intake-service" -> intake;
            case "triage-service" -> triage;
            case "ticket-service" -> ticket;
            case "notification-service" -> notification;
            default -> throw new IllegalArgumentException("no port for " + service);
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

    private static void close(ServerSocket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
