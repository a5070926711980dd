package id.tanggap.notification.channel.webpush;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A push service: lets in who proves to hold the key that the browser subscribed with (RFC 8292), and keeps what is pushed. */
public final class PushService implements AutoCloseable {

    private static final Pattern VAPID = Pattern.compile("vapid t=([^.]+\\.[^.]+)\\.([^,]+), k=(.+)");
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What was pushed, with the headers that count. */
    public record Pushed(byte[] body, String ttl, String urgency, String topic) {}

    public final List<Pushed> pushed = new CopyOnWriteArrayList<>();
    /** What to answer to a push that is in order. */
    public volatile int status = 201;

    private final HttpServer server;
    private final byte[] senderKey;

    /** @param senderKey that browsers of this service subscribed with */
    public PushService(byte[] senderKey) throws IOException {
        this.senderKey = senderKey.clone();
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    /** What subscriptions of its browsers begin with. */
    public String origin() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        var headers = exchange.getRequestHeaders();
        int answer = status;
        if (!exchange.getRequestMethod().equals("POST")
                || !"aes128gcm".equals(headers.getFirst("content-encoding"))
                || headers.getFirst("ttl") == null) {
            answer = 400;
        } else if (!letsIn(headers.getFirst("authorization"))) {
            answer = 403;
        } else if (body.length > 4096) {
            answer = 413;
        } else {
            pushed.add(
                    new Pushed(body, headers.getFirst("ttl"), headers.getFirst("urgency"), headers.getFirst("topic")));
        }
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private boolean letsIn(String authorization) {
        try {
            Matcher vapid = VAPID.matcher(authorization);
            if (!vapid.matches() || !Browser.base64(senderKey).equals(vapid.group(3))) {
                return false;
            }
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initVerify(Browser.publicKey(senderKey));
            signature.update(vapid.group(1).getBytes(StandardCharsets.US_ASCII));
            String[] parts = vapid.group(1).split("\\.");
            JsonNode header = JSON.readTree(Base64.getUrlDecoder().decode(parts[0]));
            JsonNode claims = JSON.readTree(Base64.getUrlDecoder().decode(parts[1]));
            long left = claims.path("exp").asLong() - Instant.now().getEpochSecond();
            return signature.verify(Base64.getUrlDecoder().decode(vapid.group(2)))
                    && header.path("alg").asText().equals("ES256")
                    && claims.path("aud").asText().equals(origin())
                    && claims.path("sub").asText().startsWith("mailto:")
                    && left > 0
                    && left <= 24 * 60 * 60;
        } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
            return false;
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
