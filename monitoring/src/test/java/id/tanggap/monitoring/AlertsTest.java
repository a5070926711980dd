package id.tanggap.monitoring;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** An alert says what is wrong, leads to a page that says what to do, and has been seen to fire and not to fire. */
class AlertsTest {
    private static final Pattern TESTED = Pattern.compile("ALERTS\\{alertname=\"(\\w+)\",alertstate=\"firing\"");
    private static final Pattern OURS = Pattern.compile("tanggap_\\w+");
    private static final Pattern PART_OF_HISTOGRAM = Pattern.compile("_seconds_(bucket|count|sum)$");
    private static final Pattern LINK = Pattern.compile("\\]\\(([^)#]+)(#[^)]*)?\\)");

    /** Tells that telling works, so that its silence is what tells. */
    private static final String ALWAYS = "Watchdog";

    private static List<JsonNode> alerts;

    @BeforeAll
    static void read() throws IOException {
        alerts = Sources.alerts();
        assertTrue(alerts.size() > 20);
    }

    @Test
    void anAlertSaysHowUrgentItIsAndWhatItMeans() {
        for (JsonNode alert : alerts) {
            String name = alert.path("alert").asText();
            assertAll(
                    name,
                    () -> assertTrue((name.equals(ALWAYS) ? Set.of("none") : Set.of("page", "ticket"))
                            .contains(alert.at("/labels/severity").asText())),
                    () -> assertTrue(alert.at("/annotations/summary").asText().length() > 10),
                    () -> assertTrue(
                            alert.at("/annotations/description").asText().length() > 20),
                    () -> assertEquals(
                            "{{ $externalURL }}/user/runbooks/" + name + ".md",
                            alert.at("/annotations/runbook_url").asText()));
        }
    }

    @Test
    void anAlertWatchesWhatThereIs() throws IOException {
        String known = Files.readString(Sources.RUNBOOKS.resolveSibling("metrics.md"));
        for (Path file : Sources.files(Sources.RULES, ".yml")) {
            OURS.matcher(Files.readString(file))
                    .results()
                    .map(found -> PART_OF_HISTOGRAM.matcher(found.group()).replaceFirst("_seconds"))
                    .forEach(metric -> assertTrue(known.contains("| " + metric + " |"), metric + " is not measured"));
        }
    }

    @Test
    void everyAlertHasARunbookAndEveryRunbookAnAlert() throws IOException {
        Set<String> pages = Sources.files(Sources.RUNBOOKS, ".md").stream()
                .map(file -> file.getFileName().toString().replace(".md", ""))
                .filter(name -> !name.equals("README"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(names(), pages);
    }

    @Test
    void aRunbookSaysWhatItMeansWhatToLookAtAndWhatToDo() throws IOException {
        for (Path page : Sources.files(Sources.RUNBOOKS, ".md")) {
            String text = Files.readString(page);
            if (!page.endsWith("README.md")) {
                for (String heading : List.of("## What it means", "## Look at", "## Do", "## Wake")) {
                    assertTrue(text.contains("\n" + heading + "\n"), page + " lacks " + heading);
                }
            }
            LINK.matcher(text).results().map(link -> link.group(1)).forEach(link -> {
                assertTrue(!link.contains("://"), page + " links out: " + link);
                assertTrue(Files.exists(page.resolveSibling(link)), page + " links to nothing: " + link);
            });
        }
    }

    @Test
    void everyAlertIsTestedToFireAndNotToFire() throws IOException {
        Set<String> fire = new TreeSet<>();
        Set<String> quiet = new TreeSet<>();
        for (Path file : Sources.files(Sources.TESTS, ".yml")) {
            for (JsonNode test : Sources.yaml(file).path("tests")) {
                for (JsonNode check : test.path("promql_expr_test")) {
                    TESTED.matcher(check.path("expr").asText())
                            .results()
                            .forEach(found -> (check.path("exp_samples").isEmpty() ? quiet : fire).add(found.group(1)));
                }
            }
        }
        assertEquals(names(), fire, "that are tested to fire");
        quiet.add(ALWAYS);
        assertEquals(names(), quiet, "that are tested not to fire");
    }

    private static Set<String> names() {
        return alerts.stream()
                .map(alert -> alert.path("alert").asText())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
