package id.tanggap.system;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.agency.NewsChannel;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.RealmBearers;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.stack.SystemConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Agencies' own web server: takes signed webhooks and checks their signatures (Standard Webhooks). Now and then it is too
 * busy, and now and then it takes one and its answer gets lost, so that the sender has to try again.
 */
final class WebhookReceiver implements NewsChannel {
    private static final String PREFIX = "whsec_";

    private final List<AgencyRecord> records = new CopyOnWriteArrayList<>();
    private final Map<String, byte[]> keys = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final HttpServer server;

    /** Returns when the agencies' subscriptions are made. */
    WebhookReceiver(SystemConfig system, List<String> agencies) throws IOException, NotAccepted, InterruptedException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
        PatientClient client = new PatientClient(new RealmBearers(system), Duration.ofSeconds(30));
        for (String agency : agencies) {
            String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + agency;
            String secret = client.send(Request.post(
                            Endpoints.of(system).subscriptions(),
                            agency + "1",
                            JsonNodeFactory.instance.objectNode().put("url", url)))
                    .body()
                    .path("secret")
                    .asText();
            keys.put(agency, Base64.getDecoder().decode(secret.substring(PREFIX.length())));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        String agency = exchange.getRequestURI().getPath().substring(1);
        byte[] body = exchange.getRequestBody().readAllBytes();
        int number = requests.incrementAndGet();
        if (number % 5 == 0) {
            exchange.sendResponseHeaders(503, -1);
        } else {
            take(agency, exchange.getRequestHeaders(), body);
            if (number % 7 != 0) {
                exchange.sendResponseHeaders(204, -1);
            }
        }
        exchange.close();
    }

    private void take(String agency, Headers headers, byte[] body) {
        String id = String.valueOf(headers.getFirst("webhook-id"));
        long now = System.nanoTime();
        records.add(
                signature(agency, id, headers.getFirst("webhook-timestamp"), body)
                                .equals(headers.getFirst("webhook-signature"))
                        ? AgencyRecord.read(agency, id, body, now)
                        : AgencyRecord.fault(agency, id, "a forged webhook", now));
    }

    private String signature(String agency, String id, String timestamp, byte[] body) {
        String signed = id + "." + timestamp + "." + new String(body, StandardCharsets.UTF_8);
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.get(agency), "HmacSHA256"));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String name() {
        return "webhook";
    }

    @Override
    public Set<String> agencies() {
        return keys.keySet();
    }

    /** The receiver's answer may get lost. */
    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public List<AgencyRecord> records() {
        return List.copyOf(records);
    }

    /** Nobody but the sender knows what is still to come. */
    @Override
    public boolean caughtUp() {
        return true;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
