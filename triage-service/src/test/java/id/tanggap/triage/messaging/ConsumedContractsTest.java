package id.tanggap.triage.messaging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tanggap.triage.call.CallReport;
import id.tanggap.triage.call.CallState;
import id.tanggap.triage.place.Gazetteer;
import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.CallStatus;
import id.tanggap.triage.policy.CallerKind;
import id.tanggap.triage.policy.Disposition;
import id.tanggap.triage.policy.FieldOutcome;
import id.tanggap.triage.policy.Indicator;
import id.tanggap.triage.text.DangerReader;
import id.tanggap.triage.text.ReportReader;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What triage reads in others' events, and that it minds nothing else in them. */
class ConsumedContractsTest {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    private static final Validator VALIDATOR =
            Validation.buildDefaultValidatorFactory().getValidator();
    private static final ReportReader READER = new ReportReader(
            DangerReader.bundled(), Gazetteer.of(Stream.of("33.20.11;Tahunan;Tahunan;-6.6143;110.6852")));
    private static final Path INTAKE = examplesOf("intake-service");
    private static final Path TICKET = examplesOf("ticket-service");

    @Test
    void readsARunningCall() throws IOException {
        assertEquals(
                new CallState(
                        "jpr-20250520-0001",
                        Optional.of("c1f0"),
                        CallerKind.SUBSCRIBER,
                        CallStatus.ANSWERED,
                        Instant.parse("2025-05-20T00:12:30Z"),
                        Optional.of(Instant.parse("2025-05-20T00:12:36.500Z")),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of(new Position(-6.5888, 110.6684))),
                read("intake.call.v1.answered.json", CallChanged.class).state());
    }

    @Test
    void readsACallWithoutCallerThatIsOver() throws IOException {
        assertEquals(
                new CallState(
                        "jpr-20250520-0002",
                        Optional.empty(),
                        CallerKind.WITHHELD,
                        CallStatus.ENDED,
                        Instant.parse("2025-05-20T00:12:30Z"),
                        Optional.of(Instant.parse("2025-05-20T00:12:36Z")),
                        Optional.of(Instant.parse("2025-05-20T00:13:06Z")),
                        Optional.of("55"),
                        Optional.of(Disposition.GHOST),
                        Optional.of(Instant.parse("2025-05-20T00:13:20Z")),
                        Optional.empty()),
                read("intake.call.v1.silent.json", CallChanged.class).state());
    }

    @Test
    void readsOfAReportOnlyWhatItNeeds() throws IOException {
        assertEquals(
                new CallReport(
                        "jpr-20250520-0001",
                        Optional.of("c1f0"),
                        true,
                        Optional.of(Instant.parse("2025-05-20T00:12:30Z")),
                        Optional.of("HOUSE_FIRE"),
                        Set.of(Indicator.FIRE),
                        Optional.of(new Position(-6.6143, 110.6852))),
                read("intake.report.v1.fire.json", ReportTaken.class).report(READER));
    }

    @Test
    void readsEveryExampleThatIntakePublishes() throws IOException {
        // Where triage is built alone, its own examples above are all there is.
        assumeTrue(Files.isDirectory(INTAKE));
        assertFalse(examples(INTAKE, "intake.call.v1").isEmpty());
        for (Path example : examples(INTAKE, "intake.call.v1")) {
            CallChanged call = JSON.readValue(example.toFile(), CallChanged.class);
            assertEquals(Set.of(), VALIDATOR.validate(call), example::toString);
            assertEquals(call.callId(), call.state().callId());
        }
        assertFalse(examples(INTAKE, "intake.report.v1").isEmpty());
        for (Path example : examples(INTAKE, "intake.report.v1")) {
            ReportTaken report = JSON.readValue(example.toFile(), ReportTaken.class);
            assertEquals(Set.of(), VALIDATOR.validate(report), example::toString);
            assertEquals(report.lifeThreat(), report.report(READER).lifeThreat());
        }
    }

    @Test
    void readsOfATicketWhatWasFound() throws IOException {
        TicketChanged closed = read("ticket.ticket.v1.closed.json", TicketChanged.class);

        assertEquals("jpr-20250520-0031", closed.callId());
        assertEquals(Optional.of(FieldOutcome.FOUND), closed.outcome());
    }

    @Test
    void readsEveryExampleThatTicketServicePublishes() throws IOException {
        assumeTrue(Files.isDirectory(TICKET));
        assertFalse(examples(TICKET, "ticket.ticket.v1").isEmpty());
        for (Path example : examples(TICKET, "ticket.ticket.v1")) {
            TicketChanged ticket = JSON.readValue(example.toFile(), TicketChanged.class);
            assertEquals(Set.of(), VALIDATOR.validate(ticket), example::toString);
            assertEquals("jpr-20250520-0031", ticket.callId());
        }
    }

    @ParameterizedTest(name = "{0} and {1} of a ticket that is {2}: {3}")
    @CsvSource(
            nullValues = "-",
            value = {
                "FOUND, -, OPEN, FOUND",
                "NOTHING_THERE, FOUND, CLOSED, FOUND",
                "DUPLICATE, -, CLOSED, FOUND",
                "NOTHING_THERE, -, OPEN, -",
                "NOTHING_THERE, -, CLOSED, NOTHING_THERE",
                "NOTHING_THERE, REFERRED, CLOSED, NOTHING_THERE",
                "REFERRED, -, CLOSED, -",
                "SOMETHING_OF_TOMORROW, -, CLOSED, -",
                "-, -, CLOSED, -"
            })
    void oneAgencyFindsAndAllMustFindNothing(String first, String second, String status, FieldOutcome outcome) {
        var ticket = new TicketChanged(
                "call-1", status, List.of(new TicketChanged.Part(first), new TicketChanged.Part(second)));

        assertEquals(Optional.ofNullable(outcome), ticket.outcome());
    }

    private static Path examplesOf(String service) {
        return Path.of("..", service, "src/main/resources/META-INF/tanggap/schemas/examples");
    }

    private static List<Path> examples(Path owner, String topic) throws IOException {
        try (Stream<Path> files = Files.list(owner)) {
            return files.filter(file -> file.getFileName().toString().startsWith(topic + "."))
                    .toList();
        }
    }

    private static <T> T read(String example, Class<T> type) throws IOException {
        try (InputStream source = ConsumedContractsTest.class.getResourceAsStream("/contracts/" + example)) {
            return JSON.readValue(source, type);
        }
    }
}
