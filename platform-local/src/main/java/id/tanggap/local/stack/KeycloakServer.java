package id.tanggap.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/**
 * Keycloak with the realm {@code tanggap}. It keeps its own file database, not one of PostgreSQL's: it starts beside the
 * other servers instead of after one, and a killed database leaves people logged in.
 */
public final class KeycloakServer implements Server {
    public static final String NAME = "keycloak";
    private static final int HEAP_MEGABYTES = 256;
    private static final int BUILD_HEAP_MEGABYTES = 512;

    private final SystemConfig config;
    private final Path folder;

    public KeycloakServer(SystemConfig config) {
        this.config = config;
        this.folder = config.data(NAME);
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public ManagedProcess process() {
        return config.process(NAME);
    }

    @Override
    public void start() {
        try {
            Path programs = programs();
            linkHome(programs);
            // A first start that was cut short leaves half a schema and its lock; nothing of worth is in it yet.
            Path complete = folder.resolve("complete");
            if (!Files.exists(complete)) {
                Folders.delete(folder.resolve("data"));
            }
            String realm = Realm.localDocument(config.credentials());
            Secrets.write(folder.resolve("data/import/tanggap-realm.json"), realm);
            List<String> arguments = new ArrayList<>(List.of("start", "--optimized", "--http-host=127.0.0.1"));
            arguments.addAll(KeycloakOptions.ofStart(config));
            ManagedProcess process = process();
            process.launch(
                    command(programs, folder, HEAP_MEGABYTES, arguments), KeycloakOptions.environment(config), folder);
            // The realm appears about two seconds after the server listens.
            process.awaitReady(START_LIMIT, this::serves);
            keepRealmCurrent();
        } catch (IOException e) {
            throw new StackException("Cannot write Keycloak's folder " + folder + ": " + e.getMessage(), e);
        }
    }

    /** Gives the realm of a running server what is new since it was made; one that is just made has it. */
    void keepRealmCurrent() throws IOException {
        Path complete = folder.resolve("complete");
        String current = digest(Realm.localDocument(config.credentials()));
        if (Files.exists(complete) && !Files.readString(complete).equals(current)) {
            new RealmUpdate(config).apply();
        }
        Files.writeString(complete, current);
    }

    @Override
    public void stop() {
        process().stop("TERM", Duration.ofSeconds(20));
    }

    /** Whether a start has to wait for the one-time build of the distribution. */
    public static boolean needsBuild() {
        try {
            return !Files.isDirectory(Distribution.cache().resolve(cacheName()));
        } catch (IOException e) {
            return true;
        }
    }

    @Override
    public String endpoint() {
        return config.realmUrl();
    }

    @Override
    public boolean serves() {
        return !Ports.isFree(config.ports().keycloak()) && Realm.answers(config);
    }

    private static String digest(String realm) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(realm.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** A home of our own around the shared programs: only {@code data} belongs to this installation. */
    private void linkHome(Path programs) throws IOException {
        Files.createDirectories(folder);
        for (String part : List.of("lib", "conf", "providers", "themes")) {
            Path link = folder.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, programs.resolve(part));
        }
    }

    private static Path programs() throws IOException {
        return Distribution.cached(cacheName(), target -> {
            try (InputStream archive = Files.newInputStream(Distribution.keycloakArchive())) {
                Folders.unzip(archive, target);
            }
            Path unpacked;
            try (var inner = Files.list(target)) {
                unpacked = inner.findFirst().orElseThrow();
            }
            try (var parts = Files.list(unpacked)) {
                for (Path part : parts.toList()) {
                    Files.move(part, target.resolve(part.getFileName()));
                }
            }
            Files.delete(unpacked);
            List<String> arguments = new ArrayList<>(List.of("build"));
            arguments.addAll(KeycloakOptions.OF_BUILD);
            Shell.run(
                    "build Keycloak's distribution",
                    command(target, target, BUILD_HEAP_MEGABYTES, arguments),
                    Map.of());
        });
    }

    private static String cacheName() throws IOException {
        String archive = Distribution.keycloakArchive().getFileName().toString().replace(".zip", "");
        return archive + "-" + Integer.toHexString(KeycloakOptions.OF_BUILD.hashCode());
    }

    /** What {@code kc.sh} runs, without the shell that would stay as its parent. */
    private static List<String> command(Path programs, Path home, int heap, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(Jdk.java()));
        command.addAll(Jdk.small(heap));
        for (String open : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + open + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Duser.language=en",
                "-Duser.country=US",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-cp",
                programs.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        command.addAll(arguments);
        return command;
    }
}
