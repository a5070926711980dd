package id.tanggap.system;

import id.tanggap.local.stack.Jdk;
import id.tanggap.local.stack.ManagedProcess;
import id.tanggap.local.stack.ServiceSettings;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A packaged service as a process of its own, to be killed and started again. */
final class ServiceProcess {
    private static final int HEAP_MEGABYTES = 192;
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private final SystemConfig config;
    private final Path folder;
    private final String name;

    ServiceProcess(SystemConfig config, Path folder, String name) {
        this.config = config;
        this.folder = folder;
        this.name = name;
    }

    String name() {
        return name;
    }

    /** Returns when it is ready. */
    void start() {
        Path jar = folder.resolve("target/quarkus-app/quarkus-run.jar");
        if (!Files.exists(jar)) {
            throw new StackException(name + " is not packaged: " + jar + " is missing");
        }
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(Jdk.small(HEAP_MEGABYTES));
        command.addAll(List.of("-jar", jar.toString()));
        Map<String, String> settings = new HashMap<>(ServiceSettings.properties(config, name));
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port()));
        ManagedProcess process = config.process(name);
        process.launch(command, ServiceSettings.environment(settings), config.home());
        process.awaitReady(Duration.ofSeconds(90), this::ready);
    }

    void kill() {
        config.process(name).kill();
    }

    private int port() {
        return config.ports().of(name);
    }

    private boolean ready() {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/q/health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try {
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }
}
