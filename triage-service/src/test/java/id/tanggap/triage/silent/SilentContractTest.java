package id.tanggap.triage.silent;

import static id.tanggap.triage.silent.policy.SilentFactsBuilder.T0;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tanggap.triage.silent.policy.Cause;
import id.tanggap.triage.silent.policy.Known;
import id.tanggap.triage.silent.policy.Stage;
import id.tanggap.triage.silent.policy.Step;
import id.tanggap.triage.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published of silent calls and what others are told is published are the same. */
class SilentContractTest {

    private static final String TOPIC = "triage.silent.v1";
    private static final Path SCHEMAS = Path.of("src/main/resources/META-INF/tanggap/schemas");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

    static Stream<Arguments> examples() {
        return Stream.of(
                Arguments.of("prompt", 2, stage(Step.PROMPT, Cause.SILENCE, T0.plusSeconds(5), 0, 10)),
                Arguments.of("call-back", 5, stage(Step.CALL_BACK_2, Cause.NOT_REACHED, T0.plusSeconds(50), 60, 360)),
                Arguments.of("key", 4, stage(Step.PERSON_NOW, Cause.KEY, T0.plusSeconds(21), 0, 0)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void the_golden_example_is_what_is_published_and_fits_the_schema(String name, long version, Stage stage)
            throws IOException {
        String golden = example(name);

        SilentState state = SilentState.of("jpr-20250520-0002", version, stage);

        assertEquals(JSON.readTree(golden), JSON.readTree(JSON.writeValueAsString(state)));
        assertEquals(Set.of(), Schemas.faults(TOPIC, golden));
    }

    @Test
    void the_schema_names_every_step_cause_and_advice_and_no_other() throws IOException {
        JsonNode properties =
                JSON.readTree(SCHEMAS.resolve(TOPIC + ".schema.json").toFile()).get("properties");
        assertEquals(names(Step.values()), values(properties.get("step")));
        assertEquals(names(Cause.values()), values(properties.get("cause")));
        assertEquals(names(id.tanggap.triage.silent.policy.Advice.values()), values(properties.get("advice")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "PLAY_PROMPT > HANG_UP",
                "\"PROMPT\" > \"BLOCKED\"",
                "\"version\": 2 > \"version\": 0",
                "\"notBefore\" > \"after\"",
                "2025-05-20T00:13:35Z > soon"
            })
    void the_schema_refuses_what_is_wrong(String change) throws IOException {
        String[] fromTo = change.split(" > ");
        String broken = example("prompt").replace(fromTo[0], fromTo[1]);
        assertFalse(Schemas.faults(TOPIC, broken).isEmpty(), broken);
    }

    private static Stage stage(Step step, Cause cause, Instant since, int from, int due) {
        return new Stage(
                step,
                cause,
                since,
                since.plusSeconds(from),
                Optional.of(since.plusSeconds(due)).filter(moment -> due > 0),
                Known.NOTHING);
    }

    private static Set<String> names(Enum<?>[] values) {
        Set<String> names = new TreeSet<>();
        Stream.of(values).forEach(value -> names.add(value.name()));
        return names;
    }

    private static Set<String> values(JsonNode property) {
        Set<String> values = new TreeSet<>();
        property.get("enum").forEach(value -> values.add(value.asText()));
        return values;
    }

    private static String example(String name) throws IOException {
        return Files.readString(SCHEMAS.resolve("examples/" + TOPIC + "." + name + ".json"));
    }
}
