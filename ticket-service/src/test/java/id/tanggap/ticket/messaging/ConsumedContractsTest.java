package id.tanggap.ticket.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.tanggap.platform.consume.EventReader;
import id.tanggap.platform.consume.PoisonEventException;
import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This service's reading of others' events, against the golden examples that their owners publish. */
@QuarkusTest
class ConsumedContractsTest extends OnStack {

    @Inject
    EventReader reader;

    @Test
    void reads_every_example_of_a_report() throws IOException {
        for (byte[] example : examples("intake-service", "intake.report.v1")) {
            assertFalse(reader.data(example, ReportFiled.class)
                    .toReport()
                    .reportId()
                    .isBlank());
        }
    }

    @Test
    void reads_every_example_of_a_call() throws IOException {
        for (byte[] example : examples("intake-service", "intake.call.v1")) {
            assertFalse(
                    reader.data(example, CallChanged.class).toChange().callId().isBlank());
        }
    }

    @Test
    void reads_every_example_of_an_assessment() throws IOException {
        for (byte[] example : examples("triage-service", "triage.assessment.v1")) {
            assertFalse(reader.data(example, CallAssessed.class).reasons().isEmpty());
        }
    }

    @Test
    void reads_every_example_of_a_command() throws IOException {
        for (byte[] example : examples("ticket-service", "ticket.command.v1")) {
            assertEquals(
                    reader.data(example, AgencyCommand.class).commandId(),
                    reader.data(example, AgencyCommand.class).toCommand().commandId());
        }
    }

    @Test
    void an_action_that_nobody_knows_is_no_command() {
        byte[] shout =
                """
                {"commandId":"0196eb7f-1000-7c44-8e4f-3f4e5d6c7b8a","ticketId":"0196eb7f-1000-7c44-8e4f-3f4e5d6c7b8b",
                 "action":"SHOUT","at":"2025-05-20T03:12:40Z"}
                """
                        .getBytes();

        assertThrows(PoisonEventException.class, () -> reader.data(shout, AgencyCommand.class));
    }

    private static List<byte[]> examples(String service, String base) throws IOException {
        Path folder = Path.of("..", service, "src/main/resources/META-INF/tanggap/schemas/examples");
        // Built alone, outside of the common repository, this service meets its neighbours' examples in their own
        // tests.
        assumeTrue(Files.isDirectory(folder), "no examples of " + service);
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().startsWith(base + "."))
                    .sorted()
                    .toList();
            assertFalse(found.isEmpty(), "no example of " + base);
            return found.stream().map(ConsumedContractsTest::bytes).toList();
        }
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
