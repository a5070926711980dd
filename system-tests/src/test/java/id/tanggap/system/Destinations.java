package id.tanggap.system;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;

/**
 * Many subscriptions of some agencies, each with an address of its own here, which keeps what arrives in its order. A few
 * per cent of the deliveries are refused the first time, and of a few more the answer gets lost: which ones, the seed says.
 */
final class Destinations implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final int REFUSED_PER_CENT = 2;
    private static final int UNANSWERED_PER_CENT = 2;

    /** A delivery as it arrived, in whole. */
    record Arrival(String id, String ticket, int sequence) {}

    /** A subscription and what has arrived at its address. */
    record Destination(String agency, String subscription, List<Arrival> arrivals) {}

    private final long seed;
    private final PatientClient client;
    private final URI subscriptions;
    private final HttpServer server;
    private final Map<String, Destination> byPath = new ConcurrentHashMap<>();
    private final Set<String> tried = ConcurrentHashMap.newKeySet();
    private final Set<String> arrived = ConcurrentHashMap.newKeySet();
    private final Set<String> tickets;

    /** Returns when the subscriptions are made, so many for each agency. Only news of these tickets counts. */
    Destinations(SystemConfig system, List<String> agencies, int each, Set<String> tickets, long seed)
            throws IOException, NotAccepted, InterruptedException {
        this.tickets = tickets;
        this.seed = seed;
        client = new PatientClient(new RealmBearers(system), PATIENCE);
        subscriptions = Endpoints.of(system).subscriptions();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        for (String agency : agencies) {
            for (int number = 1; number <= each; number++) {
                subscribe(agency, "/" + agency + "/" + number);
            }
        }
    }

    private void subscribe(String agency, String path) throws NotAccepted, InterruptedException {
        String url = "http://127.0.0.1:" + server.getAddress().getPort() + path;
        JsonNode made = client.send(Request.post(
                        subscriptions,
                        agency + "1",
                        JsonNodeFactory.instance.objectNode().put("url", url)))
                .body();
        byPath.put(path, new Destination(agency, made.path("subscriptionId").asText(), new ArrayList<>()));
    }

    private void handle(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        JsonNode view = JSON.readTree(exchange.getRequestBody().readAllBytes());
        Arrival arrival = new Arrival(
                id, view.path("ticketId").asText(), view.path("sequence").asInt());
        int chance = Math.floorMod(Objects.hash(seed, path, arrival.ticket, arrival.sequence), 100);
        boolean first = tried.add(id);
        if (!tickets.contains(arrival.ticket)) {
            exchange.sendResponseHeaders(204, -1);
        } else if (first && chance < REFUSED_PER_CENT) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            List<Arrival> arrivals = byPath.get(path).arrivals();
            synchronized (arrivals) {
                arrivals.add(arrival);
            }
            arrived.add(id);
            if (!first || chance >= REFUSED_PER_CENT + UNANSWERED_PER_CENT) {
                exchange.sendResponseHeaders(204, -1);
            }
        }
        exchange.close();
    }

    List<Destination> all() {
        return List.copyOf(byPath.values());
    }

    /** Different deliveries that have arrived. */
    int arrived() {
        return arrived.size();
    }

    /** What the service says of a destination's deliveries, by their ids. */
    Map<String, String> told(Destination destination) throws NotAccepted, InterruptedException {
        Map<String, String> statuses = new HashMap<>();
        URI deliveries = subscriptions.resolve("deliveries?subscriptionId=" + destination.subscription());
        for (JsonNode delivery : client.pages(deliveries, destination.agency() + "1")) {
            if (tickets.contains(delivery.path("ticketId").asText())) {
                statuses.put(
                        delivery.path("deliveryId").asText(),
                        delivery.path("status").asText());
            }
        }
        return statuses;
    }

    /** Takes the subscriptions back, of a service that runs. */
    @Override
    public void close() throws NotAccepted {
        try {
            for (Destination destination : all()) {
                unsubscribe(destination);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            server.stop(0);
        }
    }

    private void unsubscribe(Destination destination) throws NotAccepted, InterruptedException {
        client.send(new Request(
                "DELETE",
                URI.create(subscriptions + "/" + destination.subscription()),
                destination.agency() + "1",
                "application/json",
                new byte[0],
                Map.of()));
    }
}
