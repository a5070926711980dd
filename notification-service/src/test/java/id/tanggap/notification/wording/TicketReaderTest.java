package id.tanggap.notification.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.wording.policy.TicketFacts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TicketReaderTest {

    private static final Path OWN = Path.of("src/test/resources/contracts");
    private static final Path OWNERS =
            Path.of("../ticket-service/src/main/resources/META-INF/tanggap/schemas/examples");

    private final TicketReader reader = new TicketReader(new ObjectMapper());

    @Test
    void reads_every_example_of_an_agencys_view() throws IOException {
        for (Path file : examples()) {
            TicketFacts facts = reader.read(Files.readString(file));

            assertEquals("JPR-20250520-0007", facts.number(), file.toString());
            assertEquals(10, facts.priority());
            assertEquals("Panggang", facts.place().desa());
            assertFalse(facts.status().isEmpty());
        }
    }

    @Test
    void reads_who_may_be_called_back_and_how_true_it_is() throws IOException {
        TicketFacts facts = reader.read(Files.readString(OWN.resolve("ticket.agency.v1.assessed.json")));

        assertEquals(Optional.of(new TicketFacts.Reporter("Siti", "+6281200000001")), facts.reporter());
        assertEquals(
                "Penelepon berbicara selama 42 detik",
                facts.assessment().orElseThrow().reasons().getFirst().id());
        assertEquals("-6.58880, 110.66840", facts.place().coordinates());
    }

    @Test
    void where_it_was_found_to_be_goes_before_what_was_told() {
        TicketFacts facts = reader.read(
                """
                {"ticketId":"t","number":"JPR-20250520-0001","change":"OPENED","text":"x","reportedAt":"2025-05-20T03:12:09Z",
                 "location":{"desa":"panggng","kecamatan":"jpr"},
                 "area":{"standing":"INSIDE","desa":{"code":"1","name":"Panggang"},"disagrees":true},
                 "assignment":{"status":"Active","missed":{"step":"ACCEPT","at":"2025-05-20T03:13:09Z"}},
                 "independentCallers":3,"tomorrow":{}}""");

        assertEquals("Panggang", facts.place().desa());
        assertEquals("jpr", facts.place().kecamatan());
        assertTrue(facts.place().disagrees());
        assertEquals(3, facts.callers());
        assertEquals(Optional.of("ACCEPT"), facts.missedStep());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "3",
                "{",
                "{\"ticketId\":\"t\"}",
                "{\"ticketId\":\"t\",\"number\":\"n\",\"change\":\"OPENED\",\"text\":\"secret\",\"reportedAt\":\"now\"}"
            })
    void what_is_no_view_is_refused_without_being_quoted(String view) {
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class, () -> reader.read(view));

        assertFalse(refused.toString().contains("secret"));
    }

    private static List<Path> examples() throws IOException {
        List<Path> found = new ArrayList<>();
        for (Path folder : List.of(OWN, OWNERS)) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> files = Files.list(folder)) {
                    files.filter(file -> file.getFileName().toString().startsWith("ticket.agency.v1."))
                            .forEach(found::add);
                }
            }
        }
        assertTrue(found.size() >= 3);
        return found;
    }
}
