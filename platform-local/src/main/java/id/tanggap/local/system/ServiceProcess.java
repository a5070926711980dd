package id.tanggap.local.system;

import id.tanggap.local.stack.Endpoint;
import id.tanggap.local.stack.Folders;
import id.tanggap.local.stack.Jdk;
import id.tanggap.local.stack.ManagedProcess;
import id.tanggap.local.stack.Server;
import id.tanggap.local.stack.ServiceSettings;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A packaged service as a process of its own. It runs from a twin of its package, so that a build, which makes
 * new files, does not pull the old ones from under it.
 */
public final class ServiceProcess implements Server {
    private static final int HEAP_MEGABYTES = 192;
    private final SystemConfig config;
    private final String name;
    private final Path built;
    private final Path installed;

    /** {@code module}: the service's folder in the sources, where its build leaves {@code target}. */
    public ServiceProcess(SystemConfig config, Path module, String name) {
        this.config = config;
        this.name = name;
        this.built = ServicePackage.of(module);
        this.installed = config.home().resolve("apps").resolve(name);
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public ManagedProcess process() {
        return config.process(name);
    }

    @Override
    public String endpoint() {
        return "http://127.0.0.1:" + config.ports().of(name);
    }

    @Override
    public void start() {
        install();
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(Jdk.small(HEAP_MEGABYTES));
        // A centre's calls are few: at the usual hundreds of runs, much of what each needs would be interpreted for
        // days.
        command.add("-XX:CompileThresholdScaling=0.1");
        command.addAll(List.of("-jar", ServicePackage.jar(installed).toString()));
        ManagedProcess process = process();
        process.launch(command, ServiceSettings.environment(settings()), installed);
        process.awaitReady(START_LIMIT, this::serves);
    }

    @Override
    public void stop() {
        process().stop("TERM", Duration.ofSeconds(20));
    }

    @Override
    public boolean serves() {
        return Endpoint.answers(endpoint() + "/q/health/ready");
    }

    @Override
    public boolean outdated() {
        return !stamp(built).equals(stamp(installed));
    }

    /** What every system tells the service, and what holds on this machine alone. */
    Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(ServiceSettings.properties(config, name));
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(config.ports().of(name)));
        config.traces().ifPresent(collector -> settings.put("quarkus.otel.exporter.otlp.endpoint", collector));
        if (name.equals("notification-service")) {
            // Whoever tries a webhook here receives it here, and without a certificate.
            settings.put("tanggap.webhook.allow-insecure", "true");
            settings.put("tanggap.webhook.allowed-networks", "127.0.0.0/8,::1/128");
        }
        return settings;
    }

    private void install() {
        if (!Files.exists(ServicePackage.jar(built))) {
            throw new StackException(name + " is not packaged: " + ServicePackage.jar(built) + " is missing.");
        }
        if (!outdated()) {
            return;
        }
        try {
            Path fresh = installed.resolveSibling(name + ".new");
            Folders.delete(fresh);
            Folders.twin(built, fresh);
            Folders.delete(installed);
            Files.move(fresh, installed);
        } catch (IOException e) {
            throw new StackException(
                    "Cannot put " + name + " into " + installed + " (" + e.getMessage() + "); is the disk full?", e);
        }
    }

    private static FileTime stamp(Path app) {
        try {
            return Files.getLastModifiedTime(ServicePackage.jar(app));
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }
}
