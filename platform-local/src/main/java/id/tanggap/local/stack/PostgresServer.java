package id.tanggap.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * PostgreSQL with one database per service, to which only the service's own role, and its owner's, may connect.
 * It is run by its own programs, not by a library's object, so that it outlives the launcher that detaches from it.
 */
public final class PostgresServer implements Server {
    public static final String NAME = "postgres";
    private static final String RESOURCE = "/postgres-linux-%s.txz";
    private static final Pattern VERSION = Pattern.compile("-([0-9.]+)\\.jar!");

    private final SystemConfig config;
    private final Databases databases;
    private final Path folder;

    public PostgresServer(SystemConfig config) {
        this.config = config;
        this.databases = new Databases(config);
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
            Path cluster = cluster(config);
            if (!Files.exists(cluster.resolve("PG_VERSION"))) {
                initialise(programs, cluster);
            }
            forgetFormerBoot(cluster);
            List<String> command = new ArrayList<>(Unprivileged.prefix());
            command.addAll(List.of(
                    programs.resolve("bin/postgres").toString(),
                    "-D",
                    cluster.toString(),
                    "-p",
                    Integer.toString(config.ports().postgres()),
                    "-c",
                    "listen_addresses=127.0.0.1",
                    "-c",
                    // A socket's path is limited to 107 bytes, a clone's is not; TCP on loopback is enough.
                    "unix_socket_directories="));
            command.addAll(databases.serverOptions());
            ManagedProcess process = process();
            process.launch(command, Map.of(), folder);
            process.awaitReady(START_LIMIT, this::serves);
            databases.create();
        } catch (IOException e) {
            throw new StackException("Cannot write PostgreSQL's folder " + folder + ": " + e.getMessage(), e);
        }
    }

    @Override
    public void stop() {
        process().stop("INT", Duration.ofSeconds(20));
    }

    @Override
    public String endpoint() {
        return config.jdbcUrl("");
    }

    @Override
    public boolean serves() {
        return !Ports.isFree(config.ports().postgres()) && databases.answer();
    }

    /** A newer version may have roles that this start did not make yet. */
    @Override
    public boolean outdated() {
        return databases.lackRoles();
    }

    private void initialise(Path programs, Path cluster) throws IOException {
        // Made elsewhere and then moved: initdb that was cut short must not look like a cluster.
        Path fresh = folder.resolve("cluster.new");
        Folders.delete(fresh);
        Files.createDirectories(folder);
        Path password = folder.resolve("initdb.password");
        Secrets.write(password, config.credentials().postgres().get("postgres") + "\n");
        try {
            List<String> command = new ArrayList<>(Unprivileged.prefix());
            command.addAll(List.of(
                    programs.resolve("bin/initdb").toString(),
                    "--pgdata=" + fresh,
                    "--username=postgres",
                    "--pwfile=" + password,
                    "--auth=scram-sha-256",
                    "--set=" + Databases.CHEAP_PASSWORDS,
                    "--encoding=UTF8",
                    "--locale=C",
                    "--no-instructions"));
            if (!config.durable()) {
                command.add("--no-sync");
            }
            Shell.run("create the database cluster", command, Map.of());
            Files.move(fresh, cluster);
        } finally {
            Files.delete(password);
        }
    }

    /** PostgreSQL refuses to start if the process id that it left before a reboot now belongs to anybody else. */
    private static void forgetFormerBoot(Path cluster) throws IOException {
        Path file = cluster.resolve("postmaster.pid");
        if (!Files.exists(file)) {
            return;
        }
        String pid = Files.readAllLines(file).getFirst().strip();
        boolean postmaster = ProcessHandle.of(Long.parseLong(pid))
                .flatMap(process -> process.info().command())
                .filter(command -> command.endsWith("/postgres"))
                .isPresent();
        if (!postmaster) {
            Files.delete(file);
        }
    }

    /** The folder with the data of all databases. */
    public static Path cluster(SystemConfig config) {
        return config.data(NAME).resolve("cluster");
    }

    /** Of the programs that this build brings; the data of another one they do not read. */
    public static String majorVersion() {
        return version(RESOURCE.formatted(machine())).split("\\.")[0];
    }

    private static String machine() {
        return System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
    }

    private static Path programs() {
        String machine = machine();
        String resource = RESOURCE.formatted(machine);
        return Distribution.cached("postgresql-" + version(resource) + "-" + machine, target -> {
            try (InputStream archive = PostgresServer.class.getResourceAsStream(resource)) {
                if (archive == null) {
                    throw new StackException("This build has no PostgreSQL for " + System.getProperty("os.name")
                            + " on " + System.getProperty("os.arch") + ".");
                }
                Folders.untarXz(archive, target);
            }
        });
    }

    /** The version as the archive's own jar is named: another one gets another folder of the cache. */
    private static String version(String resource) {
        Matcher matcher = VERSION.matcher(String.valueOf(PostgresServer.class.getResource(resource)));
        return matcher.find() ? matcher.group(1) : "unknown";
    }
}
