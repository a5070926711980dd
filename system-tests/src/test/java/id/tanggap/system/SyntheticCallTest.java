package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.TokenClient;
import id.tanggap.local.synthetic.Outcome;
import id.tanggap.local.synthetic.Stage;
import id.tanggap.local.synthetic.SyntheticCall;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** The synthetic test call on the whole system: it arrives, leaves nothing open, moves no figure, and says where it stopped. */
@Order(3)
class SyntheticCallTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);

    /**
     * What counts calls, answers, reports and tickets of people; of steps that are missed the trial's agency's alone, for tickets
     * of the tests before are late meanwhile.
     */
    private static final Pattern FIGURE = Pattern.compile(
            "tanggap_(calls_(announced|ended)_total\\{.*test=\"false\"|call_answer_seconds_count|report_processing_seconds_count"
                    + "|report_to_ticket_seconds_count|tickets_opened_total|triage_assessments_total"
                    + "|(service_level_steps|escalations)_total\\{agency=\"uji\").*");

    private static SystemConfig system;
    private static PatientClient client;
    private static Endpoints endpoints;

    @BeforeAll
    static void start() throws Exception {
        system = WholeSystem.up().config();
        client = new PatientClient(new RealmBearers(system), LIMIT);
        endpoints = Endpoints.of(system);
    }

    @Test
    void itArrivesLeavesNothingOpenAndMovesNoFigure() throws Exception {
        List<?> callBacks = client.pages(endpoints.callBacks("OPEN"), "supervisor1");
        Map<String, String> before = figures();

        assertInstanceOf(Outcome.Passed.class, new SyntheticCall(system, LIMIT).run());

        assertEquals(before, figures());
        assertEquals(callBacks, client.pages(endpoints.callBacks("OPEN"), "supervisor1"));
        assertEquals(List.of(), open());
    }

    @Test
    void withoutTheAgencysRightsItStopsListening() throws Exception {
        Credentials wrong = copy();
        wrong.kafka().put(Names.agencyPrincipal(Names.TRIAL_AGENCY), "wrong");
        assertEquals(Stage.LISTEN, stopped(wrong, LIMIT));
    }

    @Test
    void withoutItsOwnTokenItStopsBeforeAnybodyHasHeardOfIt() throws Exception {
        Credentials wrong = copy();
        wrong.clients().put(Names.SYNTHETIC, "wrong");
        assertEquals(Stage.MARK, stopped(wrong, Duration.ofSeconds(1)));
    }

    @Test
    void withoutTheAgencysTokenItStopsAtTheEndAndTheNextOneClosesWhatItLeft() throws Exception {
        Credentials wrong = copy();
        wrong.clients().put(Names.agencyPrincipal(Names.TRIAL_AGENCY), "wrong");
        assertEquals(Stage.FINISH, stopped(wrong, Duration.ofSeconds(8)));
        assertEquals(1, open().size());
        assertInstanceOf(Outcome.Passed.class, new SyntheticCall(system, LIMIT).run());
        assertEquals(List.of(), open());
    }

    private static List<JsonNode> open() throws Exception {
        return client.pages(URI.create(endpoints.tickets() + "?category=TEST&status=OPEN"), "supervisor1");
    }

    private static Stage stopped(Credentials credentials, Duration limit) throws InterruptedException {
        SystemConfig with = new SystemConfig(system.home(), system.ports(), credentials, true, Optional.empty());
        Outcome outcome = new SyntheticCall(with, limit).run();
        return assertInstanceOf(Outcome.Failed.class, outcome).stage();
    }

    private static Credentials copy() {
        Credentials known = system.credentials();
        return new Credentials(
                known.postgres(),
                new TreeMap<>(known.kafka()),
                new TreeMap<>(known.clients()),
                known.users(),
                known.keys());
    }

    private static Map<String, String> figures() throws Exception {
        Map<String, String> figures = new TreeMap<>();
        String token = new TokenClient(system).client(Names.PROMETHEUS);
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (String service : Names.SERVICES) {
                URI metrics = URI.create("http://127.0.0.1:" + system.ports().of(service) + "/q/metrics");
                HttpRequest request = HttpRequest.newBuilder(metrics)
                        .header("Authorization", "Bearer " + token)
                        .build();
                http.send(request, BodyHandlers.ofString())
                        .body()
                        .lines()
                        .filter(line -> FIGURE.matcher(line).matches())
                        .forEach(line -> figures.put(
                                line.substring(0, line.lastIndexOf(' ')), line.substring(line.lastIndexOf(' '))));
            }
        }
        return figures;
    }
}
