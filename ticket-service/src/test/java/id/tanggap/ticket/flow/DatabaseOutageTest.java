package id.tanggap.ticket.flow;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.local.test.Tokens;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Topic;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DatabaseOutageTest extends OnStack {

    private static final int REPORTS = 60;

    @Inject
    MeterRegistry metrics;

    @Test
    void a_database_killed_amid_reports_loses_none_and_doubles_none() throws Exception {
        String operator = Tokens.user("operator1");
        double before = dead();
        List<Map<String, Object>> reports = new ArrayList<>();
        for (int i = 0; i < REPORTS; i++) {
            reports.add(Events.report(i % 2 == 0 ? "FIRE" : "WATER"));
        }
        try (Topic tickets = Topic.tickets()) {
            reports.subList(0, REPORTS / 2).forEach(events::report);
            tickets.awaitOne(ReportToTicketTest.isOf(reports.getFirst()));
            EmbeddedStack.postgres().kill();
            try {
                reports.subList(REPORTS / 2, REPORTS).forEach(events::report);
                RestAssured.given()
                        .auth()
                        .oauth2(operator)
                        .get("/api/v1/tickets")
                        .then()
                        .statusCode(503)
                        .header("Retry-After", org.hamcrest.Matchers.notNullValue());
            } finally {
                EmbeddedStack.postgres().start();
            }
            for (Map<String, Object> report : reports) {
                tickets.awaitOne(ReportToTicketTest.isOf(report));
            }
            Map<String, Object> last = Events.report("FIRE");
            events.report(last);

            Map<String, Integer> seen = new HashMap<>();
            tickets.allUntil(ReportToTicketTest.isOf(last), node -> true)
                    .forEach(node -> seen.merge(
                            node.path("reportId").asText()
                                    + node.path("ticketId").asText(),
                            1,
                            Integer::sum));

            long ofOurs = seen.keySet().stream()
                    .filter(key -> reports.stream().anyMatch(r -> key.startsWith((String) r.get("reportId"))))
                    .count();
            assertEquals(REPORTS, ofOurs);
        }
        assertEquals(0, dead() - before);
    }

    private double dead() {
        return metrics.find("tanggap.events.dead").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }
}
