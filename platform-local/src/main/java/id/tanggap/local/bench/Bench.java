package id.tanggap.local.bench;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.replay.agency.AgencyConsumer;
import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * Measures the way of a report from the operator to the agency on an idle system, one after the other, each beside the
 * floor that this machine sets in the same moments. It leaves real calls, with the disposition TEST, and their
 * tickets, called off: what nobody answers would be escalated while it measures.
 */
public final class Bench {
    /** The lead agency of the category FIRE. */
    private static final String AGENCY = "damkar";

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String OPERATOR = "operator1";

    /** A square of land in the regency, in degrees. */
    private static final double SOUTH = -6.72;

    private static final double HEIGHT = 0.24;
    private static final double WEST = 110.66;
    private static final double WIDTH = 0.24;

    private static final double PLASTIC = 1.32471795724474602596;

    private final SystemConfig system;
    private final PlainClient client;
    private final Endpoints endpoints;
    private final Aftermath aftermath;
    private final String run = "bench-" + UUID.randomUUID().toString().substring(0, 8);
    private int calls;
    private int reports;

    public Bench(SystemConfig system) {
        this.system = system;
        this.client = new PlainClient(new RealmBearers(system));
        this.endpoints = Endpoints.of(system);
        this.aftermath = new Aftermath(system, endpoints);
    }

    /**
     * Returns after so many rounds of each measurement, the rounds of warming up before them not counted.
     *
     * @param pause before each counted measurement, so that what the one before set in motion has come to rest
     */
    public BenchReport run(int warmUp, int rounds, Duration pause) {
        try (Floors floors = new Floors(system, client)) {
            measure(warmUp, floors, new BenchReport(), Duration.ZERO);
            BenchReport report = new BenchReport();
            measure(rounds, floors, report, pause);
            return report;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    /** Calls first, reports after them: while a call is accepted no agency polls here, nor is anything on its way. */
    private void measure(int rounds, Floors floors, BenchReport report, Duration pause) throws InterruptedException {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            Thread.sleep(pause);
            report.add(BenchReport.Thing.COMMIT_FLOOR, floors.commit());
            report.add(BenchReport.Thing.HTTP_FLOOR, floors.http());
            Thread.sleep(pause);
            String callId = run + "-" + calls++;
            report.add(BenchReport.Thing.CALL_ACCEPTED, timed(call(callId)));
            accepted.add(callId);
        }
        BlockingQueue<AgencyRecord> opened = new LinkedBlockingQueue<>();
        AgencyConsumer agency = new AgencyConsumer(system, AGENCY, record -> {
            if (record.opens()) {
                opened.add(record);
            }
        });
        try (agency) {
            for (String callId : accepted) {
                Thread.sleep(pause);
                report.add(BenchReport.Thing.KAFKA_FLOOR, floors.kafkaHop());
                Thread.sleep(pause);
                report.add(BenchReport.Thing.REPORT_ACCEPTED, timed(report(callId)));
                long answered = System.nanoTime();
                AgencyRecord ticket = arrival(opened, callId);
                report.add(BenchReport.Thing.REPORT_TO_AGENCY, Math.max(0, ticket.receivedNanos() - answered));
                client.send(Request.post(
                        endpoints.call(callId, "disposition"),
                        OPERATOR,
                        JsonNodeFactory.instance.objectNode().put("disposition", "TEST")));
                aftermath.callOff(ticket.ticketId());
            }
        }
    }

    private long timed(Request request) {
        long sent = System.nanoTime();
        client.send(request);
        return System.nanoTime() - sent;
    }

    /** The next ticket is this one: nothing else is going on. */
    private AgencyRecord arrival(BlockingQueue<AgencyRecord> opened, String callId) throws InterruptedException {
        AgencyRecord ticket = opened.poll(LIMIT.toSeconds(), TimeUnit.SECONDS);
        if (ticket == null) {
            throw new StackException(
                    "The ticket of %s has not reached %s in %d s.".formatted(callId, AGENCY, LIMIT.toSeconds()));
        }
        return ticket;
    }

    private Request call(String callId) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("callId", callId)
                // Somebody else each time: a caller with a thousand calls is not what a call costs.
                .put("from", "0812%08d".formatted(calls))
                .put("to", "112")
                .put("startedAt", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        return Request.post(endpoints.calls(), Names.GATEWAY, body);
    }

    /** The n-th of points that fill a square evenly (Roberts' sequence), one of its two coordinates, 0 to 1. */
    private static double spread(int n, int coordinate) {
        return (n / Math.pow(PLASTIC, coordinate)) % 1;
    }

    private Request report(String callId) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("category", "FIRE")
                .put("text", "Uji kecepatan: bukan kebakaran.")
                .put("lifeThreat", false);
        // All over the regency, as calls are on a quiet day: many reports of one place are a disaster, and cost more.
        body.putObject("location")
                .put("lat", SOUTH + HEIGHT * spread(reports, 1))
                .put("lon", WEST + WIDTH * spread(reports, 2));
        reports++;
        return Request.post(endpoints.call(callId, "report"), OPERATOR, body);
    }
}
