package id.tanggap.local.stack;

import java.nio.file.Path;
import java.util.List;

/** The JDK that runs this program, which is the one that every server of the stack runs on. */
public final class Jdk {
    private Jdk() {}

    public static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Flags of a small JVM that starts fast: on two cores and three GiB the stack's seven must not fight. */
    public static List<String> small(int heapMegabytes) {
        return List.of(
                "-Xms32m",
                "-Xmx" + heapMegabytes + "m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                // A tenth of a start; what runs on this machine was made by this build or is pinned by it.
                "-XX:+UnlockDiagnosticVMOptions",
                "-XX:-BytecodeVerificationRemote",
                "-XX:+ExitOnOutOfMemoryError",
                // Triage's voice model and the servers' compression are native code.
                "--enable-native-access=ALL-UNNAMED");
    }
}
