package id.tanggap.local.replay.audit;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.replay.scenario.Scenario;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads what the system shows of a replay, through the public interfaces and as an operator. */
public final class Observer {
    private static final int PAGE = 200;

    private final PatientClient client;
    private final Endpoints endpoints;
    private final String operator;

    public Observer(PatientClient client, Endpoints endpoints, String operator) {
        this.client = client;
        this.endpoints = endpoints;
        this.operator = operator;
    }

    public Observation observe(
            Scenario scenario, String callIdPrefix, Collection<String> callIds, List<AgencyRecord> records)
            throws NotAccepted, InterruptedException {
        Map<String, SeenCall> calls = new HashMap<>();
        for (String callId : callIds) {
            call(callId).ifPresent(call -> calls.put(callId, call));
        }
        return new Observation(calls, listed(scenario, callIdPrefix), tickets(callIdPrefix), records);
    }

    /** Empty if intake does not know it. */
    public Optional<SeenCall> call(String callId) throws NotAccepted, InterruptedException {
        try {
            return Optional.of(call(
                    client.send(Request.get(endpoints.call(callId), operator)).body()));
        } catch (NotAccepted e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private static SeenCall call(JsonNode body) {
        JsonNode assessment = body.path("assessment");
        return new SeenCall(
                body.path("callId").asText(),
                body.path("status").asText(),
                body.hasNonNull("answeredAt"),
                body.hasNonNull("endedAt"),
                text(body, "dtmf"),
                text(body, "disposition"),
                assessment.hasNonNull("hoaxLikelihood")
                        ? Optional.of(assessment.get("hoaxLikelihood").asDouble())
                        : Optional.empty(),
                text(assessment, "band"));
    }

    private List<String> listed(Scenario scenario, String prefix) throws NotAccepted, InterruptedException {
        String query = "?from=%s&to=%s"
                .formatted(
                        scenario.calls().getFirst().startedAt().minusSeconds(60),
                        scenario.calls().getLast().endedAt().plusSeconds(60));
        List<String> ids = new ArrayList<>();
        pages(endpoints.calls() + query, call -> ids.add(call.path("callId").asText()));
        return ids.stream().filter(id -> id.startsWith(prefix)).toList();
    }

    private List<SeenTicket> tickets(String prefix) throws NotAccepted, InterruptedException {
        List<SeenTicket> tickets = new ArrayList<>();
        pages(endpoints.tickets("?").toString(), ticket -> tickets.add(ticket(ticket)));
        return tickets.stream()
                .filter(ticket -> ticket.callId().startsWith(prefix))
                .toList();
    }

    private static SeenTicket ticket(JsonNode body) {
        List<String> agencies = new ArrayList<>();
        for (JsonNode assignment : body.path("assignments")) {
            String agency = assignment.path("agency").asText();
            if (assignment.path("role").asText().equals("LEAD")) {
                agencies.addFirst(agency);
            } else {
                agencies.add(agency);
            }
        }
        return new SeenTicket(
                body.path("ticketId").asText(),
                body.path("number").asText(),
                body.path("callId").asText(),
                body.path("reportId").asText(),
                body.path("category").asText(),
                body.path("emergency").asBoolean(),
                agencies);
    }

    private void pages(String address, Consumer<JsonNode> each) throws NotAccepted, InterruptedException {
        String join = address.endsWith("?") ? "" : "&";
        String next = "";
        do {
            String cursor = next.isEmpty() ? "" : "&cursor=" + URLEncoder.encode(next, StandardCharsets.UTF_8);
            JsonNode page = client.send(Request.get(URI.create(address + join + "limit=" + PAGE + cursor), operator))
                    .body();
            page.path("items").forEach(each);
            next = text(page, "next");
        } while (!next.isEmpty());
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : "";
    }
}
