package id.tanggap.local.stack;

import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where the servers' programs are: put beside this module by its build, unpacked once per user into a cache
 * ({@code TANGGAP_CACHE}, else {@code ~/.cache/tanggap}) that every clone and every test run shares.
 */
public final class Distribution {
    private Distribution() {}

    public static Path cache() {
        String own = System.getenv("TANGGAP_CACHE");
        if (own != null) {
            return Path.of(own);
        }
        String xdg = System.getenv("XDG_CACHE_HOME");
        return (xdg != null ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache")).resolve("tanggap");
    }

    /** The {@code platform-local} folder that this class was built in, whether it comes from classes or from the jar. */
    static Path module() {
        String name = "/" + Distribution.class.getName().replace('.', '/') + ".class";
        URL url = Distribution.class.getResource(name);
        String text = url.toString();
        String file = text.startsWith("jar:")
                ? text.substring("jar:".length(), text.lastIndexOf("!/"))
                : text.substring(0, text.length() - name.length());
        Path place = Path.of(URI.create(file));
        for (Path folder = place; folder != null; folder = folder.getParent()) {
            if (folder.endsWith("target")) {
                return folder.getParent();
            }
        }
        throw new StackException(
                "platform-local runs from " + place + ", outside its build folder; build the project.");
    }

    /** The project's folder. */
    public static Path root() {
        return module().getParent();
    }

    static Path kafkaLibraries() {
        return present(module().resolve("kafka-server/target/lib"));
    }

    static Path keycloakArchive() throws IOException {
        Path folder = present(module().resolve("target/dist"));
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().matches("keycloak-.*\\.zip"))
                    .max(Comparator.comparing(Path::toString))
                    .orElseThrow(() -> new StackException("No Keycloak in " + folder + "; build the project again."));
        }
    }

    /** Makes {@code cache/name} once, whole or not at all, however many processes ask for it at the same time. */
    public static Path cached(String name, Maker maker) {
        Path ready = cache().resolve(name);
        if (Files.isDirectory(ready)) {
            return ready;
        }
        try {
            Files.createDirectories(cache());
            try (FileChannel channel = FileChannel.open(
                            cache().resolve(name + ".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid() && !Files.isDirectory(ready)) {
                    Path fresh = cache().resolve(name + ".new");
                    Folders.delete(fresh);
                    Files.createDirectories(fresh);
                    maker.make(fresh);
                    Files.move(fresh, ready);
                }
            }
            return ready;
        } catch (IOException e) {
            throw new StackException(
                    "Cannot unpack " + name + " into " + cache() + " (" + e.getMessage()
                            + "); free some space or set TANGGAP_CACHE to another folder.",
                    e);
        }
    }

    private static Path present(Path path) {
        if (!Files.isDirectory(path)) {
            throw new StackException("Missing " + path + "; build the project again.");
        }
        return path;
    }

    /** Fills an empty folder. */
    @FunctionalInterface
    public interface Maker {
        void make(Path folder) throws IOException;
    }
}
