package id.tanggap.local.stack;

import java.util.ArrayList;
import java.util.List;

/** Kafka, PostgreSQL and Keycloak of one system; started side by side, and none is left behind if one of them fails. */
public interface Servers {
    ServerControl kafka();

    ServerControl postgres();

    ServerControl keycloak();

    List<? extends ServerControl> all();

    default void start(Progress progress) {
        start(all(), progress);
    }

    /** Some of them, side by side; none is left behind if one of them fails. */
    static void start(List<? extends ServerControl> servers, Progress progress) {
        List<Runnable> starts = new ArrayList<>();
        servers.forEach(server -> starts.add(() -> progress.step(server.name(), server::start)));
        try {
            ServerStack.sideBySide(starts);
        } catch (RuntimeException e) {
            servers.forEach(ServerControl::kill);
            throw e;
        }
    }
}
