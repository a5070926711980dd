package id.tanggap.local.stack;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The three servers as processes of this machine, from the programs that the build put beside this module. */
public final class ServerStack implements Servers {
    private final KafkaServer kafka;
    private final PostgresServer postgres;
    private final KeycloakServer keycloak;

    public ServerStack(SystemConfig config) {
        this.kafka = new KafkaServer(config);
        this.postgres = new PostgresServer(config);
        this.keycloak = new KeycloakServer(config);
    }

    @Override
    public KafkaServer kafka() {
        return kafka;
    }

    @Override
    public PostgresServer postgres() {
        return postgres;
    }

    @Override
    public KeycloakServer keycloak() {
        return keycloak;
    }

    @Override
    public List<Server> all() {
        return List.of(kafka, postgres, keycloak);
    }

    /** Runs all to their end and then throws the first failure, if there was one. */
    public static void sideBySide(List<Runnable> tasks) {
        try (ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, tasks.size()))) {
            List<Future<?>> running = new ArrayList<>();
            tasks.forEach(task -> running.add(threads.submit(task)));
            RuntimeException first = null;
            for (Future<?> task : running) {
                try {
                    task.get();
                } catch (ExecutionException e) {
                    RuntimeException failure = e.getCause() instanceof RuntimeException known
                            ? known
                            : new StackException(String.valueOf(e.getCause()), e.getCause());
                    if (first == null) {
                        first = failure;
                    } else {
                        first.addSuppressed(failure);
                    }
                }
            }
            if (first != null) {
                throw first;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }
}
