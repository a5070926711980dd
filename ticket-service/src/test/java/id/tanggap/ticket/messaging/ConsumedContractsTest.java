package id.tanggap.ticket.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.platform.consume.EventReader;
import id.tanggap.platform.consume.PoisonEventException;
import id.tanggap.ticket.callback.policy.CallFacts;
import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
    void a_persons_word_and_a_missing_number_are_understood() throws IOException {
        var changes = examples("none", "intake.call.v1").stream()
                .map(example -> reader.data(example, CallChanged.class).toChange())
                .toList();

        assertEquals(
                Optional.of(CallFacts.Disposition.GHOST), changes.getFirst().disposition());
        assertEquals(Optional.of(CallFacts.Ending.ENDED), changes.getFirst().ending());
        assertEquals(Optional.empty(), changes.getLast().callerRef());
        assertEquals(Optional.of(CallFacts.Ending.ABANDONED), changes.getLast().ending());
        assertTrue(changes.getFirst().traceable());
        assertFalse(changes.getLast().traceable());
    }

    @ParameterizedTest
    @CsvSource({
        "'\"callerKind\": \"WITHHELD\", \"location\": {\"lat\": -6.5888, \"lon\": 110.6684}', true",
        "'\"callerKind\": \"WITHHELD\", \"location\": \"a word of tomorrow\"', true",
        "'\"callerKind\": \"WITHHELD\", \"location\": null', false",
        "'\"callerKind\": \"WITHHELD\"', false",
        "'\"callerKind\": \"SHORT_CODE\"', true",
        "'\"callerKind\": \"UNPARSEABLE\"', true",
        "'\"callerKind\": \"SATELLITE\"', true",
        "'\"callerKind\": null', true"
    })
    void only_a_caller_of_whom_neither_a_number_nor_a_place_was_told_is_beyond_reach(String told, boolean traceable) {
        byte[] call = ("{\"callId\": \"call-1\", \"status\": \"ENDED\", " + told + "}").getBytes();

        assertEquals(traceable, reader.data(call, CallChanged.class).toChange().traceable());
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

    /** This service's own copies, and the owner's examples where the repository has them. */
    private static List<byte[]> examples(String service, String base) throws IOException {
        List<Path> found = new ArrayList<>(files(Path.of("src/test/resources/contracts"), base));
        assertFalse(found.isEmpty(), "no example of " + base);
        Path owners = Path.of("..", service, "src/main/resources/META-INF/tanggap/schemas/examples");
        if (Files.isDirectory(owners)) {
            found.addAll(files(owners, base));
        }
        return found.stream().map(ConsumedContractsTest::bytes).toList();
    }

    private static List<Path> files(Path folder, String base) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(base + "."))
                    .sorted()
                    .toList();
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
