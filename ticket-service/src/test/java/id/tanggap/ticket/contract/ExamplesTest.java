package id.tanggap.ticket.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.ticket.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    private static final Path EXAMPLES = Path.of("src/main/resources/META-INF/tanggap/schemas/examples");
    private static final ObjectMapper JSON = new ObjectMapper();

    static Stream<Path> examples() throws IOException {
        return Files.list(EXAMPLES).sorted();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void every_example_is_as_its_schema_says(Path example) throws IOException {
        assertEquals(List.of(), Schemas.faults(base(example), JSON.readTree(example.toFile())));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void a_field_of_tomorrow_breaks_no_schema(Path example) throws IOException {
        ObjectNode tomorrow = (ObjectNode) JSON.readTree(example.toFile());
        tomorrow.put("tomorrow", "x");

        assertEquals(List.of(), Schemas.faults(base(example), tomorrow));
    }

    @ParameterizedTest
    @MethodSource("examples")
    void an_example_without_its_id_is_refused(Path example) throws IOException {
        ObjectNode broken = (ObjectNode) JSON.readTree(example.toFile());
        broken.remove(List.of("ticketId", "taskId"));

        assertFalse(Schemas.faults(base(example), broken).isEmpty());
    }

    @Test
    void the_ticket_for_everybody_may_carry_no_person_and_no_text() throws IOException {
        JsonNode opened =
                JSON.readTree(EXAMPLES.resolve("ticket.ticket.v1.opened.json").toFile());
        for (String field : List.of("text", "reporter", "callerRef")) {
            ObjectNode leaking = opened.deepCopy();
            leaking.put(field, "x");
            assertFalse(Schemas.faults("ticket.ticket.v1", leaking).isEmpty(), field);
        }
    }

    @Test
    void every_schema_has_an_example() throws IOException {
        List<String> covered = examples().map(ExamplesTest::base).distinct().toList();
        try (Stream<Path> schemas = Files.list(EXAMPLES.getParent())) {
            schemas.filter(Files::isRegularFile)
                    .map(path -> path.getFileName().toString().replace(".schema.json", ""))
                    .forEach(base -> assertTrue(covered.contains(base), base));
        }
    }

    @Test
    void the_example_for_the_monitoring_centre_is_as_its_schema_says() throws IOException {
        Path exports = Path.of("src/main/resources/META-INF/tanggap/exports");
        try (var schema = Files.newInputStream(exports.resolve("monitoring.daily.v1.schema.json"))) {
            JsonNode example = JSON.readTree(
                    exports.resolve("monitoring.daily.v1.example.json").toFile());
            assertEquals(List.of(), Schemas.faults(schema, example));
        }
    }

    private static String base(Path example) {
        return example.getFileName().toString().replaceAll("(\\.v\\d+)\\..*", "$1");
    }
}
