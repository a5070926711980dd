package id.tanggap.notification.webhook;

import id.tanggap.notification.config.WebhookConfig;
import id.tanggap.notification.delivery.policy.AttemptResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.webhook.DestinationResolver.Destination;
import id.tanggap.notification.webhook.policy.WebhookSignature;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import javax.net.ssl.SSLException;

/**
 * Sends one signed webhook and reports what came of it, within the configured timeout and without failing. Goes to the
 * address that was checked and follows no redirect. Only the answer's status counts; its body is not kept.
 */
@ApplicationScoped
public class WebhookSender {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int CONNECTIONS_PER_HOST = 16;
    private static final int KEEP_ALIVE_SECONDS = 15;
    /** An answer beyond this is cut off; no receiver has that much to say. */
    private static final long LONGEST_ANSWER_BYTES = 16 * 1024;

    private final Vertx vertx;
    private final HttpClient http;
    private final DestinationResolver resolver;
    private final WebhookConfig config;

    WebhookSender(Vertx vertx, DestinationResolver resolver, WebhookConfig config) {
        this.vertx = vertx;
        this.resolver = resolver;
        this.config = config;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setVerifyHost(true)
                        .setKeepAliveTimeout(KEEP_ALIVE_SECONDS),
                new PoolOptions().setHttp1MaxSize(CONNECTIONS_PER_HOST));
    }

    /** One attempt. */
    public Uni<AttemptResult> send(WebhookMessage message) {
        return resolver.resolve(message.agency(), message.url().host())
                .chain(destination -> switch (destination) {
                    case Destination.Permitted(InetAddress address) -> post(message, address);
                    case Destination.Refused() -> failed(FailureReason.ADDRESS_REFUSED);
                    case Destination.Unresolved() -> failed(FailureReason.UNRESOLVED);
                })
                .ifNoItem()
                .after(config.timeout())
                .recoverWithItem(new AttemptResult.Failed(FailureReason.TIMEOUT))
                .onFailure()
                .recoverWithItem(failure -> new AttemptResult.Failed(reason(failure)));
    }

    private static Uni<AttemptResult> failed(FailureReason reason) {
        return Uni.createFrom().item(new AttemptResult.Failed(reason));
    }

    private Uni<AttemptResult> post(WebhookMessage message, InetAddress address) {
        return Uni.createFrom().emitter(emitter -> {
            Promise<Void> abandoned = Promise.promise();
            emitter.onTermination(abandoned::tryComplete);
            http.request(options(message, address))
                    .compose(request -> {
                        if (abandoned.future().isComplete()) {
                            // The connection came after the time was up: sent now, it could overtake what follows.
                            request.reset();
                            return Future.failedFuture("abandoned");
                        }
                        // Also ends a request that nobody waits for any more: a receiver that hangs must not hold a
                        // connection.
                        abandoned.future().onComplete(done -> endLater(request));
                        return exchange(request, message);
                    })
                    .onSuccess(status -> emitter.complete(new AttemptResult.Answered(status)))
                    .onFailure(emitter::fail);
        });
    }

    private RequestOptions options(WebhookMessage message, InetAddress address) {
        int port = message.url().port();
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                // The connection goes to the checked address; the name stays for the Host header, SNI and certificate.
                .setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port)))
                .setHost(message.url().host())
                .setPort(port)
                .setSsl(message.url().secure())
                .setURI(message.url().target())
                .setFollowRedirects(false);
    }

    private static Future<Integer> exchange(HttpClientRequest request, WebhookMessage message) {
        Instant now = Instant.now();
        Buffer body = Buffer.buffer(message.body().getBytes(StandardCharsets.UTF_8));
        request.putHeader("content-type", "application/json")
                .putHeader("user-agent", "Tanggap-112")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature",
                        WebhookSignature.sign(message.secret(), message.id(), now, message.body()));
        return request.send(body).map(response -> {
            discard(response);
            return response.statusCode();
        });
    }

    private static void discard(HttpClientResponse response) {
        long[] read = {0};
        response.exceptionHandler(broken -> {
            // The status is known and is all that counts.
        });
        response.handler(chunk -> {
            read[0] += chunk.length();
            if (read[0] > LONGEST_ANSWER_BYTES) {
                response.request().reset();
            }
        });
    }

    /** Leaves an answered request a moment to end well, so that its connection can be used again. */
    private void endLater(HttpClientRequest request) {
        long[] timer = {vertx.setTimer(1_000, late -> request.reset())};
        request.response().compose(HttpClientResponse::end).onComplete(ended -> vertx.cancelTimer(timer[0]));
    }

    private static FailureReason reason(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return FailureReason.TLS_FAILED;
            }
        }
        return FailureReason.CONNECTION_FAILED;
    }
}
