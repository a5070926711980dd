package id.tanggap.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InstallationLockTest {
    @TempDir
    private Path folder;

    @Test
    void aSecondLauncherWaitsForTheFirstAndGoesOnWhenThatIsKilled() throws Exception {
        Process first = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.resolve("lock").toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader out = first.inputReader()) {
            assertEquals("held", out.readLine());
            CompletableFuture<String> waitedFor = new CompletableFuture<>();
            CompletableFuture<Void> second = CompletableFuture.runAsync(() -> take(waitedFor));
            assertEquals(Long.toString(first.pid()), waitedFor.get(20, TimeUnit.SECONDS));
            assertFalse(second.isDone());
            first.destroyForcibly();
            second.get(20, TimeUnit.SECONDS);
        } finally {
            first.destroyForcibly();
        }
    }

    private void take(CompletableFuture<String> waitedFor) {
        try {
            InstallationLock.take(folder.resolve("lock"), waitedFor::complete).close();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Another launcher. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            InstallationLock.take(Path.of(arguments[0]), holder -> {});
            System.out.println("held");
            Thread.sleep(60_000);
        }
    }
}
