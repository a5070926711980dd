package id.tanggap.local.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class InstallationLockTest {
    @TempDir
    private Path folder;

    private Process first;

    @AfterEach
    void end() {
        first.destroyForcibly();
    }

    @Test
    void aSecondLauncherWaitsForTheFirstAndGoesOnWhenThatIsKilled() throws Exception {
        hold();
        Future<Void> second = second();
        first.destroyForcibly();
        second.get(20, TimeUnit.SECONDS);
    }

    @Test
    void whoWaitedWhileTheFolderWasWipedLocksTheNewFile() throws Exception {
        hold();
        Future<Void> second = second();
        Files.delete(lock());
        first.destroyForcibly();
        second.get(20, TimeUnit.SECONDS);
        assertEquals(Long.toString(ProcessHandle.current().pid()), Files.readString(lock()));
    }

    private Path lock() {
        return folder.resolve("lock");
    }

    private void hold() throws IOException {
        first = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        lock().toString()))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertEquals("held", first.inputReader().readLine());
    }

    /** Another launcher, which has found the lock taken. */
    private Future<Void> second() throws Exception {
        CompletableFuture<String> waitedFor = new CompletableFuture<>();
        FutureTask<Void> second = new FutureTask<>(() -> {
            InstallationLock.take(lock(), waitedFor::complete).close();
            return null;
        });
        Thread.ofPlatform().daemon().start(second);
        assertEquals(Long.toString(first.pid()), waitedFor.get(20, TimeUnit.SECONDS));
        assertFalse(second.isDone());
        return second;
    }

    /** The first launcher. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            InstallationLock lock = InstallationLock.take(Path.of(arguments[0]), holder -> {});
            System.out.println("held");
            System.in.read();
            lock.close();
        }
    }
}
