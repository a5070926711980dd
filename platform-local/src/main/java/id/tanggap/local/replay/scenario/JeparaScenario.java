package id.tanggap.local.replay.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Jepara's first two days, 20 and 21 May 2025: 89 calls of which 75 were hoaxes, most of them silent, some exhaust noise
 * and a few pranks (figures of the regency; see the README beside the data). The same calls every time.
 */
public final class JeparaScenario {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final LocalDate FIRST_DAY = LocalDate.of(2025, 5, 20);
    private static final String FOLDER = "/replay/jepara/";

    private JeparaScenario() {}

    public static Scenario load() {
        List<PlannedCall> calls = new ArrayList<>();
        for (JsonNode node : read("genuine.json")) {
            calls.add(genuine(node));
        }
        List<Place> areas = new ArrayList<>();
        read("areas.json").forEach(node -> areas.add(place(node)));
        calls.addAll(new HoaxGenerator(FIRST_DAY, areas, calls).generate());
        calls.sort(Comparator.comparing(PlannedCall::startedAt));
        List<PlannedCall> numbered = new ArrayList<>();
        for (PlannedCall call : calls) {
            numbered.add(withOrdinal(call, numbered.size() + 1));
        }
        return new Scenario("jepara", FIRST_DAY, numbered);
    }

    private static PlannedCall genuine(JsonNode node) {
        JsonNode report = node.path("report");
        Instant start = OffsetDateTime.parse(node.path("startedAt").asText()).toInstant();
        return new PlannedCall(
                0,
                Kind.GENUINE,
                start,
                Duration.ofSeconds(4 + start.getEpochSecond() % 5),
                Duration.ofSeconds(node.path("talkSeconds").asLong()),
                false,
                text(node, "number"),
                node.path("sound").asText(),
                node.path("dtmf").asText(""),
                place(node.path("place")),
                Optional.of(new PlannedReport(
                        report.path("category").asText(),
                        report.path("text").asText(),
                        report.path("lifeThreat").asBoolean(),
                        text(report.path("reporter"), "name"),
                        text(report.path("reporter"), "contact"),
                        report.path("reporterToldTo")
                                .valueStream()
                                .map(JsonNode::asText)
                                .collect(Collectors.toSet()))));
    }

    private static Place place(JsonNode node) {
        return new Place(
                node.path("kecamatan").asText(),
                node.path("desa").asText(),
                node.path("lat").asDouble(),
                node.path("lon").asDouble(),
                text(node, "address"));
    }

    private static PlannedCall withOrdinal(PlannedCall c, int ordinal) {
        return new PlannedCall(
                ordinal,
                c.kind(),
                c.startedAt(),
                c.ring(),
                c.talk(),
                c.abandoned(),
                c.number(),
                c.sound(),
                c.dtmf(),
                c.place(),
                c.report());
    }

    private static Optional<String> text(JsonNode node, String field) {
        return node.hasNonNull(field) ? Optional.of(node.get(field).asText()) : Optional.empty();
    }

    private static JsonNode read(String name) {
        try (InputStream source = JeparaScenario.class.getResourceAsStream(FOLDER + name)) {
            return JSON.readTree(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
