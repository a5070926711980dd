package id.tanggap.triage.speed;

import id.tanggap.local.test.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The packaged service as a process of its own on core 0, and what it says of itself. */
final class RunningService implements AutoCloseable {

    private static final int PORT = 18_102;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final Process process;

    private RunningService(Process process) {
        this.process = process;
    }

    /**
     * One moment of it.
     *
     * @param cpuSeconds time of the core used since the start
     * @param compilingSeconds of it by the JVM's compilers
     * @param coreSeconds for which the core was busy with whatever process, since the machine's start
     * @param soundDelay delays since the start, as {@code toldDelay}
     */
    record Reading(
            long nanos,
            double cpuSeconds,
            double compilingSeconds,
            double coreSeconds,
            Histogram soundDelay,
            Histogram toldDelay) {}

    static RunningService start(Path app, Map<String, String> settings) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                "taskset",
                "-c",
                "0",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-Xmx512m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED"));
        Optional.ofNullable(System.getenv("SERVICE_JVM_FLAGS"))
                .ifPresent(flags -> command.addAll(List.of(flags.split(" "))));
        settings.forEach((key, value) -> command.add("-D" + key + "=" + value));
        command.addAll(List.of(
                "-Dquarkus.http.port=" + PORT,
                "-jar",
                app.resolve("quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.redirectErrorStream(true)
                .redirectOutput(Path.of(System.getProperty("java.io.tmpdir"), "line-speed-service.log")
                        .toFile());
        RunningService service = new RunningService(builder.start());
        service.awaitReady();
        return service;
    }

    private void awaitReady() throws IOException, InterruptedException {
        for (int i = 0; i < 120; i++) {
            if (!process.isAlive()) {
                throw new IOException("the service has ended: see line-speed-service.log");
            }
            try {
                if (get("/q/health/ready", "").statusCode() == 200) {
                    return;
                }
            } catch (IOException e) {
                // Not yet.
            }
            Thread.sleep(500);
        }
        throw new IOException("the service does not get ready");
    }

    Reading read() throws IOException, InterruptedException {
        long nanos = System.nanoTime();
        Duration cpu = process.toHandle().info().totalCpuDuration().orElseThrow();
        String metrics = get("/q/metrics", Tokens.user("ops1")).body();
        return new Reading(
                nanos,
                cpu.toNanos() / 1e9,
                Ticks.ofThreads(process.pid(), "Compiler"),
                Ticks.ofCore(0),
                Histogram.of(metrics, "tanggap_triage_sound_delay_seconds", ""),
                Histogram.of(metrics, "tanggap_triage_assessment_delay_seconds", "trigger=\"audio\""));
    }

    private static HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
                .header("Authorization", "Bearer " + (token.isEmpty() ? "none" : token))
                .header("Accept", "text/plain")
                .build();
        return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
