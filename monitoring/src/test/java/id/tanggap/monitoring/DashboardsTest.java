package id.tanggap.monitoring;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The committed dashboards as Grafana would load them. */
class DashboardsTest {
    private static final Set<String> TYPES = Set.of("row", "stat", "timeseries", "bargauge", "heatmap");

    private static final Pattern LISTED = Pattern.compile("(?m)^\\| `?(tanggap_\\w+)");
    private static final Pattern OURS = Pattern.compile("tanggap_\\w+");
    private static final Pattern PART_OF_HISTOGRAM = Pattern.compile("_(bucket|count|sum)$");

    private static final List<GrafanaPage> PAGES = new ArrayList<>();

    @BeforeAll
    static void read() throws IOException {
        for (Path file : Sources.files(Sources.MODULE.resolve("dashboards"), ".json")) {
            GrafanaPage page = GrafanaPage.read(file);
            assertEquals(page.uid() + ".json", file.getFileName().toString());
            PAGES.add(page);
        }
        assertEquals(6, PAGES.size());
    }

    @Test
    void aPanelSaysWhatItShowsAndInWhichUnit() {
        panels().filter(panel -> !panel.row())
                .forEach(panel -> assertAll(
                        panel.title(),
                        () -> assertFalse(panel.title().isBlank()),
                        () -> assertTrue(panel.description().length() >= 10, panel.description()),
                        () -> assertTrue(TYPES.contains(panel.type()), panel.type()),
                        () -> assertFalse(panel.fieldConfig().defaults().unit().isBlank()),
                        () -> assertFalse(panel.targets().isEmpty()),
                        () -> assertTrue(panel.targets().stream()
                                .noneMatch(target -> target.expr().isBlank()))));
    }

    @Test
    void everyQueryAsksTheChosenSourceOfData() {
        GrafanaPage.Datasource chosen = new GrafanaPage.Datasource("prometheus", "${datasource}");
        PAGES.forEach(page -> assertTrue(page.templating().list().stream()
                .anyMatch(
                        each -> each.name().equals("datasource") && each.type().equals("datasource"))));
        panels().filter(panel -> !panel.row()).forEach(panel -> {
            assertEquals(chosen, panel.datasource(), panel.title());
            panel.targets().forEach(target -> assertEquals(chosen, target.datasource(), panel.title()));
        });
    }

    @Test
    void panelsHaveNumbersOfTheirOwnAndNoneCoversAnother() {
        for (GrafanaPage page : PAGES) {
            Set<Integer> ids = new HashSet<>();
            for (GrafanaPage.Panel panel : page.panels()) {
                assertTrue(ids.add(panel.id()), page.uid() + " has two panels " + panel.id());
                GrafanaPage.Position place = panel.gridPos();
                assertTrue(place.x() >= 0 && place.w() > 0 && place.x() + place.w() <= 24, panel.title());
                page.panels().stream()
                        .filter(other -> other != panel)
                        .forEach(other -> assertFalse(
                                place.overlaps(other.gridPos()),
                                page.uid() + ": " + panel.title() + " and " + other.title()));
            }
        }
    }

    /** {@code docs/metrics.md} is compared by a test in each service with what the service gives. */
    @Test
    void everyMetricOfOursIsShownAndNoneThatThereIsNot() throws IOException {
        Set<String> known = LISTED.matcher(Files.readString(Sources.RUNBOOKS.resolveSibling("metrics.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shown = panels().filter(panel -> !panel.row())
                .flatMap(panel -> panel.targets().stream())
                .flatMap(target -> OURS.matcher(target.expr()).results().map(MatchResult::group))
                .map(metric -> known.contains(metric)
                        ? metric
                        : PART_OF_HISTOGRAM.matcher(metric).replaceFirst(""))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(known, shown);
    }

    @Test
    void thresholdsRise() {
        panels().filter(panel -> !panel.row()).forEach(panel -> {
            List<GrafanaPage.Step> steps =
                    panel.fieldConfig().defaults().thresholds().steps();
            assertEquals(null, steps.getFirst().value(), panel.title());
            for (int i = 2; i < steps.size(); i++) {
                assertTrue(steps.get(i - 1).value() <= steps.get(i).value(), panel.title());
            }
        });
    }

    @Test
    void linksLeadToOtherDashboardsAndToRunbooks() {
        Set<String> known = PAGES.stream().map(page -> "/d/" + page.uid()).collect(Collectors.toSet());
        for (GrafanaPage page : PAGES) {
            Set<String> linked =
                    page.links().stream().map(GrafanaPage.PageLink::url).collect(Collectors.toSet());
            Set<String> others = new HashSet<>(known);
            others.remove("/d/" + page.uid());
            assertEquals(others, linked, page.uid());
        }
        panels().filter(panel -> !panel.row())
                .flatMap(panel -> panel.links().stream())
                .forEach(link -> {
                    assertTrue(link.url().startsWith("${runbooks}/"), link.url());
                    Path runbook = Sources.RUNBOOKS.resolve(link.url().substring("${runbooks}/".length()));
                    assertTrue(Files.exists(runbook), runbook + " does not exist");
                });
    }

    private static Stream<GrafanaPage.Panel> panels() {
        return PAGES.stream().flatMap(page -> page.panels().stream());
    }
}
