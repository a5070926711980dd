package id.tanggap.notification.channel.whatsapp;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** Meta's Cloud API as it is documented: refuses what it documents to refuse, with its codes. */
public final class CloudApi implements AutoCloseable {

    public static final String TOKEN = "EAAJB";
    private static final String PATH = "/v23.0/106540352242922/messages";
    private static final ObjectMapper JSON = new ObjectMapper();

    public final List<JsonNode> messages = new CopyOnWriteArrayList<>();
    /** Answered instead of what is documented, if not empty. */
    public volatile String body = "";

    public volatile int status = 200;

    private final HttpServer server;

    CloudApi() throws IOException {
        this(0);
    }

    public CloudApi(int port) throws IOException {
        server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String base() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v23.0";
    }

    private void handle(HttpExchange exchange) throws IOException {
        JsonNode message = JSON.readTree(exchange.getRequestBody());
        if (!body.isEmpty()) {
            answer(exchange, status, body);
        } else if (!exchange.getRequestMethod().equals("POST")
                || !exchange.getRequestURI().toString().equals(PATH)) {
            answer(exchange, 404, error(33, "Unsupported post request"));
        } else if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("authorization"))) {
            answer(exchange, 401, error(190, "Access token has expired"));
        } else if (!"application/json".equals(exchange.getRequestHeaders().getFirst("content-type"))
                || !message.path("messaging_product").asText().equals("whatsapp")
                || !message.path("recipient_type").asText().equals("individual")
                || !message.path("type").asText().equals("template")
                || message.path("biz_opaque_callback_data").asText().length() > 512) {
            answer(exchange, 400, error(100, "Invalid parameter"));
        } else if (!message.path("template").path("name").asText().equals("tiket_112")) {
            answer(exchange, 404, error(132001, "Template name does not exist in the translation"));
        } else if (!parametersHold(message)) {
            answer(exchange, 400, error(132012, "Parameter format does not match"));
        } else {
            messages.add(message);
            answer(
                    exchange,
                    200,
                    """
                    {"messaging_product":"whatsapp","contacts":[{"input":"%s","wa_id":"6281200000009"}],
                     "messages":[{"id":"wamid.HBgN%d","message_status":"accepted"}]}"""
                            .formatted(message.path("to").asText(), messages.size()));
        }
    }

    private static boolean parametersHold(JsonNode message) {
        JsonNode body = message.path("template").path("components").path(0);
        boolean hold = body.path("type").asText().equals("body")
                && body.path("parameters").size() == 5;
        for (JsonNode parameter : body.path("parameters")) {
            String text = parameter.path("text").asText();
            hold &= parameter.path("type").asText().equals("text")
                    && !text.isEmpty()
                    && !text.matches("(?s).*([\\n\\r\\t]| {5}).*");
        }
        return hold;
    }

    static String error(int code, String message) {
        return """
                {"error":{"message":"(#%d) %s","type":"OAuthException","code":%d,
                 "error_data":{"messaging_product":"whatsapp","details":"%s"},"fbtrace_id":"Az8or2yhqkZfEZ-_4Qn_Bam"}}"""
                .formatted(code, message, code, message);
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("content-type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
