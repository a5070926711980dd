package id.tanggap.system;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assumptions.abort;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.stack.Names;
import id.tanggap.system.DashboardFiles.Alert;
import id.tanggap.system.DashboardFiles.Panel;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/**
 * A real Prometheus has watched the system through the replay: each query of a dashboard finds something, and each metric that
 * the services give is looked at somewhere.
 */
@Order(2)
class MonitoringTest {
    /** Gauges that are read from a database or a broker: once a minute at most. */
    private static final Duration PATIENCE = Duration.ofSeconds(70);

    private static final Pattern METRIC = Pattern.compile(
            "(?<![\\w:])((?:tanggap|http_server|jvm|process|node|prometheus|kafka|certmanager|slo:)[\\w:]+|up(?=\\{))(?![\\w:]*\\()");
    private static final Pattern PART_OF_HISTOGRAM = Pattern.compile("_(bucket|count|sum|max)$");

    private static final String LONG_AGO =
            "the replay's calls were answered in 2025: a report of them today took longer than any can, and is left out";

    private static final String OPERATED = "a cluster's operators tell it, and nobody else has copies or certificates";

    /** What a healthy system has nothing to show for, and why. */
    private static final Map<String, String> EMPTY = Map.of(
            "layanan: Partisi yang kurang salinan",
            OPERATED,
            "layanan: Sertifikat berakhir dalam",
            OPERATED,
            "pusat-komando: Laporan dalam 60 detik",
            LONG_AGO,
            "dinas-tingkat-layanan: Waktu membuat laporan, p90",
            LONG_AGO,
            "keamanan-triase: Giliran penelepon",
            "the replay's gateway does not ask in which turn a caller is answered");

    /** Counters that an alert watches and that begin with the first failure, and of what. */
    private static final Map<String, String> NOT_BEFORE_A_FAILURE = Map.of(
            "tanggap_sweep_failed_total", "work that was due",
            "tanggap_reporter_identity_unreadable_total", "opening who reported");

    /** Metrics of a cluster whose operators run Kafka and certificates: promtool alone has seen those alerts fire. */
    private static final Set<String> ONLY_WHERE_OPERATED = Set.of(
            "kafka_server_replicamanager_underreplicatedpartitions",
            "kafka_server_replicamanager_underminisrpartitioncount",
            "kafka_controller_kafkacontroller_offlinepartitionscount",
            "certmanager_certificate_expiration_timestamp_seconds");

    /** Needs nothing to fire. */
    private static final String ALWAYS = "Watchdog";

    /** Metrics of ours that no dashboard shows, and why. */
    private static final Map<String, String> NOT_SHOWN = Map.of();

    private static WholeSystem system;
    private static PrometheusApi prometheus;

    @BeforeAll
    static void watch() throws Exception {
        system = WholeSystem.up();
        Optional<String> not = system.watch();
        not.ifPresent(reason -> {
            System.err.println("DASHBOARDS ARE NOT CHECKED AGAINST PROMETHEUS: " + reason);
            abort(reason);
        });
        prometheus = new PrometheusApi(system.config().ports().prometheus());
        await().atMost(PATIENCE)
                .until(() ->
                        prometheus.values("count(up{job=\"tanggap\"} == 1)").equals(List.of(4.0)));
        system.replayed();
        bringWebhook();
    }

    @AfterAll
    static void unwatch() {
        system.unwatch();
    }

    @Test
    void everyServiceIsScrapedWithItsOwnToken() {
        Map<String, String> health = new TreeMap<>();
        for (JsonNode target : prometheus.targets()) {
            if (target.at("/labels/job").asText().equals("tanggap")) {
                health.put(
                        target.at("/labels/service").asText(),
                        target.path("health").asText()
                                + target.path("lastError").asText());
            }
        }
        assertEquals(Set.copyOf(Names.SERVICES), health.keySet());
        assertEquals(Set.of("up"), Set.copyOf(health.values()), health.toString());
    }

    @Test
    void everyQueryOfEveryPanelFindsSomething() throws IOException {
        List<Panel> panels = DashboardFiles.panels();
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(PATIENCE)
                .untilAsserted(() -> assertEquals(EMPTY.keySet(), withoutData(panels)));
    }

    @Test
    void everyMetricThatAnAlertWatchesIsThere() throws IOException {
        Set<String> known = prometheus.metrics();
        Set<String> missing = new TreeSet<>();
        for (Alert alert : DashboardFiles.alerts()) {
            List<String> watched = metrics(alert.expression());
            if (watched.isEmpty() && !alert.name().equals(ALWAYS)) {
                missing.add(alert.name() + " names no metric");
            }
            watched.stream()
                    .filter(metric -> !known.contains(metric)
                            && !NOT_BEFORE_A_FAILURE.containsKey(metric)
                            && !ONLY_WHERE_OPERATED.contains(metric))
                    .forEach(metric -> missing.add(alert.name() + ": " + metric));
        }
        assertEquals(Set.of(), missing);
    }

    @Test
    void everyRuleIsEvaluatedWithoutAnError() {
        Set<String> wrong = new TreeSet<>();
        for (JsonNode group : prometheus.groups()) {
            for (JsonNode rule : group.path("rules")) {
                if (!rule.path("health").asText().equals("ok")) {
                    wrong.add(rule.path("name").asText() + " "
                            + rule.path("health").asText() + " "
                            + rule.path("lastError").asText());
                }
            }
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void everyMetricOfOursIsShownSomewhere() throws IOException {
        Set<String> known = prometheus.metrics();
        Set<String> shown = DashboardFiles.panels().stream()
                .flatMap(panel -> metrics(panel.expression()).stream())
                .map(metric -> whole(metric, known))
                .collect(Collectors.toSet());
        Set<String> notShown = known.stream()
                .filter(metric -> metric.startsWith("tanggap_"))
                .map(metric -> whole(metric, known))
                .filter(metric -> !shown.contains(metric))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(NOT_SHOWN.keySet(), notShown);
    }

    private static Set<String> withoutData(List<Panel> panels) {
        return panels.stream()
                .filter(panel -> prometheus.values(panel.query()).isEmpty())
                .map(Panel::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<String> metrics(String expression) {
        return METRIC.matcher(expression)
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
    }

    /** A histogram's parts are one metric. */
    private static String whole(String metric, Set<String> known) {
        String base = PART_OF_HISTOGRAM.matcher(metric).replaceFirst("");
        return known.contains(base + "_count") ? base : metric;
    }

    /** The replay's agencies have no webhook; two arrive here. */
    private static void bringWebhook() throws Exception {
        UUID ticket = UUID.randomUUID();
        try (Destinations destinations =
                        new Destinations(system.config(), List.of("dlh"), 1, Set.of(ticket.toString()), 1);
                TicketNews news = new TicketNews(system.config())) {
            news.tell("dlh", ticket, 1, 5);
            news.flush();
            // A rate does not see where a series begins: the second one is what it finds.
            await().atMost(PATIENCE).until(() -> !prometheus
                    .values("tanggap_delivery_seconds_count{channel=\"webhook\"} > 0")
                    .isEmpty());
            news.tell("dlh", ticket, 2, 5);
            news.flush();
            await().atMost(PATIENCE).until(() -> destinations.arrived() == 2);
        }
    }
}
