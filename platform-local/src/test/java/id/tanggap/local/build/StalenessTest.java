package id.tanggap.local.build;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StalenessTest {
    @TempDir
    private Path folder;

    private Path sources;
    private Path source;
    private Path built;

    @BeforeEach
    void buildOnce() throws IOException {
        sources = Files.createDirectories(folder.resolve("src/main"));
        source = Files.writeString(sources.resolve("A.java"), "class A {}");
        built = Files.writeString(folder.resolve("a.jar"), "");
        touch(source, 100);
        touch(sources, 100);
        touch(built, 200);
    }

    @Test
    void whatIsNewerThanItsSourcesIsNot() {
        assertFalse(stale());
    }

    @Test
    void whatWasNeverBuiltIs() throws IOException {
        Files.delete(built);
        assertTrue(stale());
    }

    @Test
    void aChangedSourceMakesItStale() throws IOException {
        touch(source, 300);
        assertTrue(stale());
    }

    @Test
    void aSourceTakenAwayMakesItStale() throws IOException {
        Files.delete(source);
        assertTrue(stale());
    }

    private boolean stale() {
        return Staleness.stale(built, List.of(sources));
    }

    private static void touch(Path path, long seconds) throws IOException {
        Files.setLastModifiedTime(path, FileTime.fromMillis(seconds * 1000));
    }
}
