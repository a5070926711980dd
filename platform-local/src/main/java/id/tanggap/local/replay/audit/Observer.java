package id.tanggap.local.replay.audit;

import com.fasterxml.jackson.databind.JsonNode;
import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.agency.NewsChannel;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.Scenario;
import id.tanggap.local.replay.silent.SilentGateway;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what the system shows of a replay, through the public interfaces and as an operator. */
public final class Observer {
    private static final Duration STREAM_LIMIT = Duration.ofSeconds(10);
    private static final Duration STEP = Duration.ofMillis(50);

    private final PatientClient client;
    private final Endpoints endpoints;
    private final String operator;

    public Observer(PatientClient client, Endpoints endpoints, String operator) {
        this.client = client;
        this.endpoints = endpoints;
        this.operator = operator;
    }

    public Observation observe(
            Scenario scenario, String callIdPrefix, Ledger ledger, List<NewsChannel> channels, SilentGateway silent)
            throws NotAccepted, InterruptedException {
        // Before the tickets: what agencies have heard of must be known by the time those are read.
        List<Told> told = channels.stream().map(Told::on).toList();
        Collection<String> callIds = ledger.calls().keySet();
        Map<String, SeenCall> calls = new HashMap<>();
        for (String callId : callIds) {
            call(callId).ifPresent(call -> calls.put(callId, call));
        }
        Map<String, Set<String>> owed = ledger.told();
        Map<String, SeenProcedure> procedures = procedures(callIds, silent);
        List<JsonNode> tickets = client.pages(endpoints.tickets(), operator);
        return new Observation(
                calls,
                listed(scenario, callIdPrefix),
                tickets.stream()
                        .map(Observer::ticket)
                        .filter(ticket -> ticket.callId().startsWith(callIdPrefix))
                        .toList(),
                tickets.stream().map(ticket -> text(ticket, "ticketId")).collect(Collectors.toSet()),
                callBacks(callIdPrefix),
                owed,
                procedures,
                silent.taken(),
                told);
    }

    /** Empty if intake does not know it. */
    public Optional<SeenCall> call(String callId) throws NotAccepted, InterruptedException {
        return ifKnown(endpoints.call(callId)).map(Observer::call);
    }

    private Map<String, SeenProcedure> procedures(Collection<String> callIds, SilentGateway silent)
            throws NotAccepted, InterruptedException {
        Map<String, SeenProcedure> procedures = new HashMap<>();
        for (String callId : callIds) {
            Optional<JsonNode> shown = ifKnown(endpoints.silentCall(callId));
            if (shown.isPresent()) {
                long version = shown.get().path("now").path("version").asLong();
                procedures.put(
                        callId, new SeenProcedure(version, told(shown.get()), streamed(silent, callId, version)));
            }
        }
        return procedures;
    }

    /** The stream looks for news four times a second: a step that was just taken has not been told yet. */
    private static long streamed(SilentGateway silent, String callId, long version) throws InterruptedException {
        long end = System.nanoTime() + STREAM_LIMIT.toNanos();
        while (silent.newest(callId) < version && System.nanoTime() < end) {
            Thread.sleep(STEP);
        }
        return silent.newest(callId);
    }

    private static Set<String> told(JsonNode shown) {
        Set<String> told = new HashSet<>();
        if (shown.path("told").hasNonNull("prompt")) {
            told.add("prompt");
        }
        shown.path("told")
                .path("callBacks")
                .forEach(one -> told.add("call-back " + one.path("attempt").asInt() + " " + text(one, "result")));
        return told;
    }

    private Optional<JsonNode> ifKnown(URI uri) throws NotAccepted, InterruptedException {
        try {
            return Optional.of(client.send(Request.get(uri, operator)).body());
        } catch (NotAccepted e) {
            if (e.status() == 404) {
                return Optional.empty();
            }
            throw e;
        }
    }

    /** Likelihoods of a hoax as triage told them one after the other, the first first; empty while it has told none. */
    public List<Double> course(String callId) throws InterruptedException {
        try {
            List<Double> newestFirst = new ArrayList<>();
            client.send(Request.get(endpoints.assessments(callId), operator))
                    .body()
                    .path("history")
                    .forEach(version ->
                            newestFirst.add(version.path("hoaxLikelihood").asDouble()));
            return newestFirst.reversed();
        } catch (NotAccepted e) {
            return List.of();
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
        return client.pages(URI.create(endpoints.calls() + query), operator).stream()
                .map(call -> text(call, "callId"))
                .filter(id -> id.startsWith(prefix))
                .toList();
    }

    private List<SeenCallBack> callBacks(String prefix) throws NotAccepted, InterruptedException {
        List<JsonNode> tasks = new ArrayList<>(client.pages(endpoints.callBacks("OPEN"), operator));
        // After the open ones: a task that is closed meanwhile is then seen twice instead of never.
        tasks.addAll(client.pages(endpoints.callBacks("CLOSED"), operator));
        Map<String, SeenCallBack> byId = new LinkedHashMap<>();
        tasks.stream()
                .map(task -> new SeenCallBack(text(task, "taskId"), text(task, "callId"), text(task, "outcome")))
                .filter(task -> task.callId().startsWith(prefix))
                .forEach(task -> byId.put(task.taskId(), task));
        return List.copyOf(byId.values());
    }

    private static SeenTicket ticket(JsonNode body) {
        SequencedMap<String, String> states = new LinkedHashMap<>();
        Set<String> joined = new HashSet<>();
        for (JsonNode assignment : body.path("assignments")) {
            String agency = text(assignment, "agency");
            String state = AgencyRecord.state(assignment, body.path("assessment"));
            if (!text(assignment, "receivedAt").equals(text(body, "openedAt"))) {
                joined.add(agency);
            }
            if (text(assignment, "role").equals("LEAD")) {
                states.putFirst(agency, state);
            } else {
                states.put(agency, state);
            }
        }
        return new SeenTicket(
                text(body, "ticketId"),
                text(body, "number"),
                text(body, "callId"),
                text(body, "reportId"),
                text(body, "category"),
                body.path("emergency").asBoolean(),
                states,
                joined);
    }

    private static String text(JsonNode node, String field) {
        return node.hasNonNull(field) ? node.get(field).asText() : "";
    }
}
