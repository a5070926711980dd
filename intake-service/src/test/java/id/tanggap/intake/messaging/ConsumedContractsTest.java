package id.tanggap.intake.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import id.tanggap.intake.support.OnStack;
import id.tanggap.platform.consume.EventReader;
import id.tanggap.platform.consume.PoisonEventException;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** This service's reading of triage's assessments: its own example, and every one that triage publishes. */
@QuarkusTest
class ConsumedContractsTest extends OnStack {

    private static final Path OWN = Path.of("src/test/resources/contracts");
    private static final Path OWNERS =
            Path.of("../triage-service/src/main/resources/META-INF/tanggap/schemas/examples");

    private static final String ASSESSMENT = "triage.assessment.v1";
    private static final String RESTRICTION = "triage.restriction.v1";

    @Inject
    EventReader reader;

    @Test
    void reads_what_it_needs_of_an_assessment_and_minds_nothing_else() throws IOException {
        var assessment = reader.data(
                        Files.readAllBytes(OWN.resolve("triage.assessment.v1.silent.json")), CallAssessed.class)
                .assessment(4);

        assertEquals(4, assessment.version());
        assertEquals(0.9989, assessment.hoaxLikelihood());
        assertEquals("LIKELY_HOAX", assessment.band());
        assertEquals("Hening 25 detik", assessment.reasons().getFirst().textId());
    }

    @Test
    void reads_every_example_that_triage_publishes() throws IOException {
        List<Path> examples = new ArrayList<>(files(OWN, ASSESSMENT));
        // Where this service is built alone, its own examples are all there is.
        if (Files.isDirectory(OWNERS)) {
            examples.addAll(files(OWNERS, ASSESSMENT));
        }
        for (Path example : examples) {
            assertFalse(
                    reader.data(Files.readAllBytes(example), CallAssessed.class)
                            .assessment(1)
                            .reasons()
                            .isEmpty(),
                    example::toString);
        }
    }

    @Test
    void a_likelihood_that_is_none_is_poison() {
        byte[] seven =
                """
                {"callId":"c","hoaxLikelihood":7,"band":"UNSURE","confident":false,"reasons":[],"modelVersion":"rules-1",
                 "trigger":"CALL","assessedAt":"2025-05-20T00:13:20Z"}
                """
                        .getBytes();
        assertThrows(PoisonEventException.class, () -> reader.data(seven, CallAssessed.class));
    }

    @Test
    void reads_every_answering_priority_that_triage_publishes() throws IOException {
        List<Path> examples = new ArrayList<>(files(OWN, RESTRICTION));
        if (Files.isDirectory(OWNERS)) {
            examples.addAll(files(OWNERS, RESTRICTION));
        }
        for (Path example : examples) {
            byte[] json = Files.readAllBytes(example);
            assertEquals(
                    new String(json, StandardCharsets.UTF_8).contains("\"LOWER\""),
                    reader.data(json, CallerPriority.class).lowerUntil().isPresent(),
                    example::toString);
        }
    }

    @Test
    void a_lower_priority_without_an_end_is_poison() {
        byte[] endless = "{\"callerRef\":\"c\",\"priority\":\"LOWER\"}".getBytes(StandardCharsets.UTF_8);
        assertThrows(PoisonEventException.class, () -> reader.data(endless, CallerPriority.class));
    }

    private static List<Path> files(Path folder, String topic) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith(topic + "."))
                    .sorted()
                    .toList();
        }
    }
}
