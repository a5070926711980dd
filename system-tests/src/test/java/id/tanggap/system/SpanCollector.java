package id.tanggap.system;

import com.google.protobuf.ByteString;
import com.google.protobuf.TextFormat;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/**
 * A collector of traces, as OTLP 1 over HTTP has it in protobuf. It writes down every span, a line each, and keeps those of the
 * traces that somebody asks for.
 */
final class SpanCollector {
    private final HttpServer server;
    private final Writer lines;
    private final Map<String, Queue<Kept>> followed = new ConcurrentHashMap<>();

    /** A span of a service; ids in hexadecimal as in a {@code traceparent}. */
    record Kept(String service, Span span) {
        String id() {
            return hex(span.getSpanId());
        }

        String parent() {
            return hex(span.getParentSpanId());
        }

        /** Such as {@code ticket-service CONSUMER}. */
        String step() {
            return service + " " + span.getKind().name().replace("SPAN_KIND_", "");
        }

        String attribute(String key) {
            return text(span.getAttributesList(), key);
        }
    }

    SpanCollector(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        lines = Files.newBufferedWriter(file);
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", this::handle);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keeps what comes of this trace from now on. */
    void follow(String trace) {
        followed.put(trace, new ConcurrentLinkedQueue<>());
    }

    /** What has come of a followed trace so far. */
    List<Kept> of(String trace) {
        return List.copyOf(followed.get(trace));
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            ExportTraceServiceRequest.parseFrom(exchange.getRequestBody())
                    .getResourceSpansList()
                    .forEach(spans -> {
                        String service = service(spans.getResource());
                        spans.getScopeSpansList()
                                .forEach(scope -> scope.getSpansList().forEach(span -> keep(new Kept(service, span))));
                    });
            exchange.getResponseHeaders().add("Content-Type", "application/x-protobuf");
            // An empty message: all was taken.
            exchange.sendResponseHeaders(200, -1);
        }
    }

    private synchronized void keep(Kept kept) {
        Queue<Kept> queue = followed.get(hex(kept.span.getTraceId()));
        if (queue != null) {
            queue.add(kept);
        }
        try {
            lines.write(text(kept) + "\n");
            lines.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All that it says, on one line. Not its times: among so many digits, somebody's number would be found by chance. */
    static String text(Kept kept) {
        Span timeless = kept.span.toBuilder()
                .clearStartTimeUnixNano()
                .clearEndTimeUnixNano()
                .build();
        return kept.service + " "
                + TextFormat.printer()
                        .emittingSingleLine(true)
                        .escapingNonAscii(false)
                        .printToString(timeless);
    }

    private static String service(Resource resource) {
        return text(resource.getAttributesList(), "service.name");
    }

    private static String text(List<KeyValue> attributes, String key) {
        return attributes.stream()
                .filter(attribute -> attribute.getKey().equals(key))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
    }

    private static String hex(ByteString id) {
        return HexFormat.of().formatHex(id.toByteArray());
    }
}
