package id.tanggap.triage.priority;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import id.tanggap.triage.priority.policy.EndCause;
import id.tanggap.triage.priority.policy.Restriction;
import id.tanggap.triage.priority.policy.RestrictionPolicy;
import id.tanggap.triage.priority.policy.Ruling;
import id.tanggap.triage.support.Schemas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is published of answering priorities and what others are told is published are the same. */
class RestrictionContractTest {

    private static final Path EXAMPLES = Path.of("src/main/resources/META-INF/tanggap/schemas/examples");
    private static final Instant NOW = Instant.parse("2025-05-20T03:00:00Z");
    private static final Instant TOMORROW = Instant.parse("2025-05-21T03:00:00Z");
    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .setDefaultPropertyInclusion(JsonInclude.Include.NON_ABSENT);

    static Stream<Arguments> examples() {
        Restriction active = granted(RestrictionPolicy.create(Duration.ofHours(24), "ani", Optional.empty(), NOW));
        Restriction ended = granted(RestrictionPolicy.end(active, EndCause.GENUINE_CALL));
        Restriction proposed = RestrictionPolicy.propose(Duration.ofHours(24), NOW);
        return Stream.of(
                Arguments.of("active", active, Optional.of(TOMORROW)),
                Arguments.of("genuine", ended, Optional.empty()),
                Arguments.of("proposed", proposed, Optional.empty()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("examples")
    void the_golden_example_is_what_is_published_and_fits_the_schema(
            String name, Restriction restriction, Optional<Instant> lowerUntil) throws IOException {
        String golden = example(name);
        RestrictionRow row = new RestrictionRow(
                        UUID.fromString("0196ec2b-4f00-7000-8000-000000000112"), "c1f0", Optional.empty(), "x", NOW)
                .become(restriction, NOW);

        CallerPriority told = CallerPriority.of(row, lowerUntil, NOW);

        assertEquals(JSON.readTree(golden), JSON.readTree(JSON.writeValueAsString(told)));
        assertEquals(Set.of(), Schemas.faults(Restrictions.TOPIC, golden));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"LOWER\" > \"BLOCKED\"",
                "\"LOWER\" > \"NORMAL\"",
                "\"until\" > \"for\"",
                "\"ACTIVE\" > \"FOREVER\"",
                "\"c1f0\" > \"+6281200000032\""
            })
    void the_schema_refuses_what_is_wrong(String change) throws IOException {
        String[] fromTo = change.split(" > ");
        String broken = example("active").replace(fromTo[0], fromTo[1]);
        assertFalse(Schemas.faults(Restrictions.TOPIC, broken).isEmpty(), broken);
    }

    private static Restriction granted(Ruling ruling) {
        return ((Ruling.Granted) ruling).restriction();
    }

    private static String example(String name) throws IOException {
        return Files.readString(EXAMPLES.resolve(Restrictions.TOPIC + "." + name + ".json"));
    }
}
