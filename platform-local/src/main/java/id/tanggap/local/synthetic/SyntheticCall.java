package id.tanggap.local.synthetic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.replay.agency.AgencyConsumer;
import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.common.KafkaException;

/**
 * One call as a gateway and an operator make it, by the public interfaces alone, to the topic of the agency {@code uji}, which nobody
 * works in. It is a trial before it is announced, so that no figure counts it, has no caller and no place, so that nobody's history and
 * no neighbour's report is touched, and leaves nothing open.
 */
public final class SyntheticCall {
    private static final String AGENCY = Names.agencyPrincipal(Names.TRIAL_AGENCY);
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Access access;
    private final Duration limit;
    private final PatientClient client;
    private final Endpoints endpoints;
    private final String callId = "uji-" + UUID.randomUUID();
    private Stage stage = Stage.LISTEN;
    /** Whether intake may know of a call that has not ended. */
    private boolean standing;

    /** {@code limit}: for how long each stage is tried. */
    public SyntheticCall(SystemConfig system, Duration limit) {
        this(Access.to(system), limit);
    }

    SyntheticCall(Access access, Duration limit) {
        this.access = access;
        this.limit = limit;
        this.client = new PatientClient(access.bearers(), limit);
        this.endpoints = access.endpoints();
    }

    public String callId() {
        return callId;
    }

    /** Makes the call, once. */
    public Outcome run() throws InterruptedException {
        CompletableFuture<AgencyRecord> arrival = new CompletableFuture<>();
        try {
            AgencyConsumer agency = new AgencyConsumer(access.kafka(), Names.TRIAL_AGENCY, record -> {
                if (record.opens() && record.text().contains(callId)) {
                    arrival.complete(record);
                }
            });
            try (agency) {
                return new Outcome.Passed(proceed(arrival));
            } finally {
                hangUp();
            }
        } catch (TimeoutException e) {
            return new Outcome.Failed(stage, "no ticket of " + callId + " in " + limit.toSeconds() + " s");
        } catch (NotAccepted | StackException | KafkaException | ExecutionException e) {
            return new Outcome.Failed(stage, e.getMessage());
        }
    }

    /** From the announcement to the ticket's arrival. */
    private Duration proceed(CompletableFuture<AgencyRecord> arrival)
            throws NotAccepted, InterruptedException, ExecutionException, TimeoutException {
        begin(Stage.MARK);
        tell("disposition", JSON.objectNode().put("disposition", "TEST"));
        begin(Stage.ANNOUNCE);
        long announced = System.nanoTime();
        standing = true;
        announce();
        begin(Stage.ANSWER);
        tell("events", event("ANSWERED", 1));
        begin(Stage.REPORT);
        tell("report", report());
        begin(Stage.ARRIVE);
        AgencyRecord ticket = arrival.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        begin(Stage.FINISH);
        end();
        closeAll();
        return Duration.ofNanos(ticket.receivedNanos() - announced);
    }

    private void begin(Stage next) {
        stage = next;
    }

    private void end() throws NotAccepted, InterruptedException {
        tell("events", event("ENDED", 2));
        standing = false;
    }

    /** One that stopped on its way would stay in the operators' list as a call that goes on. */
    private void hangUp() throws InterruptedException {
        try {
            if (standing) {
                end();
            }
        } catch (NotAccepted e) {
            // Why it stopped is told by its stage already.
        }
    }

    private void announce() throws NotAccepted, InterruptedException {
        ObjectNode call =
                JSON.objectNode().put("callId", callId).put("to", "112").put("startedAt", now());
        client.send(Request.post(endpoints.calls(), Names.SYNTHETIC, call));
    }

    private static ObjectNode event(String type, int seq) {
        return JSON.objectNode().put("type", type).put("at", now()).put("seq", seq);
    }

    private ObjectNode report() {
        return JSON.objectNode()
                .put("category", "TEST")
                .put("text", "Uji coba sistem " + callId)
                .put("lifeThreat", false);
    }

    private void tell(String part, ObjectNode body) throws NotAccepted, InterruptedException {
        client.send(Request.post(endpoints.call(callId, part), Names.SYNTHETIC, body));
    }

    /** With its own ticket those that earlier calls have left, which stopped before this or whose ticket came too late. */
    private void closeAll() throws NotAccepted, InterruptedException {
        URI open = URI.create(endpoints.tickets() + "?status=OPEN");
        for (JsonNode ticket : client.pages(open, AGENCY)) {
            close(ticket.path("ticketId").asText());
        }
    }

    private void close(String ticketId) throws NotAccepted, InterruptedException {
        ObjectNode command = JSON.objectNode()
                .put("commandId", UUID.randomUUID().toString())
                .put("action", "CLOSE")
                .put("at", now())
                .put("finding", "FOUND")
                .put("outcome", "Uji coba sistem");
        client.send(Request.post(endpoints.ticketCommands(ticketId), AGENCY, command));
    }

    private static String now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
    }
}
