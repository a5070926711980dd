package id.tanggap.local.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildLogTest {
    @TempDir
    private Path folder;

    @Test
    void theReasonIsTheErrorsWithoutMavensAdvice() throws IOException {
        Path log = Files.write(
                folder.resolve("build.log"),
                List.of(
                        "[INFO] compiling",
                        "[ERROR] /src/A.java:[3,1] cannot find symbol",
                        "[ERROR] ",
                        "[ERROR] -> [Help 1]",
                        "[ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch."));
        assertEquals("[ERROR] /src/A.java:[3,1] cannot find symbol", BuildLog.reason(log));
    }

    @Test
    void withoutErrorsItIsTheEnd() throws IOException {
        Path log = Files.write(folder.resolve("build.log"), List.of("Killed"));
        assertEquals("Killed", BuildLog.reason(log));
    }
}
