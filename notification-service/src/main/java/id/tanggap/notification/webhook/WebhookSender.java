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
 * address that was checked and follows no redirect. Only the answer's status counts; of its body the beginning is kept for
 * people to read, as far as it comes at once.
 */
@ApplicationScoped
public class WebhookSender {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int CONNECTIONS_PER_HOST = 16;
    private static final int KEEP_ALIVE_SECONDS = 15;
    /** Of an answer, kept. */
    private static final int EXCERPT_BYTES = 1024;
    /** The status is known and counts; what a receiver says beside it is not waited for any longer. */
    private static final long EXCERPT_MILLIS = 500;
    /** An answer beyond this is cut off; no receiver has that much to say. */
    private static final long LONGEST_ANSWER_BYTES = 16 * 1024;

    /** An answer whose head has come, and what comes of its body. */
    private record Answer(int status, Future<String> excerpt) {}

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
                .failWith(() -> new NoAnswer(FailureReason.TIMEOUT))
                .chain(answer -> Uni.createFrom()
                        .completionStage(answer.excerpt().toCompletionStage())
                        .<AttemptResult>map(text -> new AttemptResult.Answered(answer.status(), text)))
                .onFailure()
                .recoverWithItem(failure -> new AttemptResult.Failed(reason(failure)));
    }

    /** Why there is no answer; never leaves this class. */
    private static final class NoAnswer extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final FailureReason reason;

        NoAnswer(FailureReason reason) {
            super(reason.name(), null, false, false);
            this.reason = reason;
        }
    }

    private static Uni<Answer> failed(FailureReason reason) {
        return Uni.createFrom().failure(new NoAnswer(reason));
    }

    private Uni<Answer> post(WebhookMessage message, InetAddress address) {
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
                    .onSuccess(emitter::complete)
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

    private Future<Answer> exchange(HttpClientRequest request, WebhookMessage message) {
        Instant now = Instant.now();
        Buffer body = Buffer.buffer(message.body().getBytes(StandardCharsets.UTF_8));
        request.putHeader("content-type", "application/json")
                .putHeader("user-agent", "Tanggap-112")
                .putHeader("webhook-id", message.id())
                .putHeader("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .putHeader(
                        "webhook-signature",
                        WebhookSignature.sign(message.secrets(), message.id(), now, message.body()));
        return request.send(body).map(response -> new Answer(response.statusCode(), excerpt(response)));
    }

    /** The beginning of the body; the rest is thrown away, and an answer that is too long is cut off. */
    private Future<String> excerpt(HttpClientResponse response) {
        Promise<String> excerpt = Promise.promise();
        Buffer kept = Buffer.buffer(EXCERPT_BYTES);
        long[] read = {0};
        Runnable done = () -> excerpt.tryComplete(kept.toString(StandardCharsets.UTF_8));
        long timer = vertx.setTimer(EXCERPT_MILLIS, late -> done.run());
        response.exceptionHandler(broken -> done.run());
        response.endHandler(end -> done.run());
        response.handler(chunk -> {
            read[0] += chunk.length();
            kept.appendBuffer(chunk, 0, Math.min(chunk.length(), EXCERPT_BYTES - kept.length()));
            if (kept.length() == EXCERPT_BYTES) {
                done.run();
            }
            if (read[0] > LONGEST_ANSWER_BYTES) {
                response.request().reset();
            }
        });
        return excerpt.future().onComplete(known -> vertx.cancelTimer(timer));
    }

    /** Leaves an answered request a moment to end well, so that its connection can be used again. */
    private void endLater(HttpClientRequest request) {
        long[] timer = {vertx.setTimer(1_000, late -> request.reset())};
        request.response().compose(HttpClientResponse::end).onComplete(ended -> vertx.cancelTimer(timer[0]));
    }

    private static FailureReason reason(Throwable failure) {
        if (failure instanceof NoAnswer known) {
            return known.reason;
        }
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SSLException) {
                return FailureReason.TLS_FAILED;
            }
        }
        return FailureReason.CONNECTION_FAILED;
    }
}
