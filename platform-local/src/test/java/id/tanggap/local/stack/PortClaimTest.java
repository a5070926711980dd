package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PortClaimTest {
    /** Whether this process gets a port, for another one to ask. */
    static final class Other {
        public static void main(String[] args) {
            System.out.print(PortClaim.take(Integer.parseInt(args[0])));
        }
    }

    @Test
    void aPortThatAProcessHasChosenIsNobodyElsesWhileItLives() throws IOException {
        int port = Ports.anyFree();
        assertTrue(Ports.isFree(port), "nobody listens there yet");
        assertFalse(PortClaim.take(port), "nor for a second server of this process");
        assertEquals("false", other(port));

        int ended = port;
        while (!"true".equals(other(ended))) {
            ended++;
        }
        assertTrue(PortClaim.take(ended), "whose process has ended");
    }

    private static String other(int port) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        Integer.toString(port))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
