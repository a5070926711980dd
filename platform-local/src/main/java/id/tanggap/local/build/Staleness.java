package id.tanggap.local.build;

import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Whether something built is older than what it is built from; a folder's own time tells of files taken away. */
final class Staleness {
    private Staleness() {}

    static boolean stale(Path built, List<Path> sources) {
        try {
            return !Files.exists(built) || newest(sources) > millis(built);
        } catch (IOException e) {
            throw new StackException("Cannot look at the sources: " + e.getMessage(), e);
        }
    }

    private static long newest(List<Path> sources) throws IOException {
        long newest = 0;
        for (Path source : sources) {
            try (Stream<Path> all = Files.walk(source)) {
                for (Path path : (Iterable<Path>) all::iterator) {
                    newest = Math.max(newest, millis(path));
                }
            }
        }
        return newest;
    }

    private static long millis(Path path) throws IOException {
        return Files.getLastModifiedTime(path).toMillis();
    }
}
