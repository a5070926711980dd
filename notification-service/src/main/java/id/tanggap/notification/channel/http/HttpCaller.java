package id.tanggap.notification.channel.http;

import id.tanggap.notification.channel.ServerFailures;
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
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** POSTs to a channel's server: in limited time, without following redirects, and reading no more of an answer than is of use. */
public final class HttpCaller implements AutoCloseable {

    private static final int CONNECT_TIMEOUT_MILLIS = 5_000;
    private static final int LONGEST_ANSWER_BYTES = 16 * 1024;

    private final HttpClient http;
    private final Duration timeout;

    /** @param connections to one host at a time */
    public HttpCaller(Vertx vertx, Duration timeout, int connections) {
        this.timeout = timeout;
        this.http = vertx.createHttpClient(
                new HttpClientOptions()
                        .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                        .setVerifyHost(true)
                        .setMaxWaitQueueSize(connections),
                new PoolOptions().setHttp1MaxSize(connections));
    }

    /** An answer; of a body longer than 16 KiB the beginning. */
    public record Answer(int status, String body) {

        @Override
        public String toString() {
            return "Answer[status=" + status + "]";
        }
    }

    /** The answer, or a failure that {@link ServerFailures} explains. */
    public Uni<Answer> post(URI target, Map<String, String> headers, byte[] body) {
        return Uni.createFrom()
                .<Answer>emitter(emitter -> {
                    Promise<Void> abandoned = Promise.promise();
                    emitter.onTermination(abandoned::tryComplete);
                    http.request(new RequestOptions()
                                    .setMethod(HttpMethod.POST)
                                    .setAbsoluteURI(target.toString())
                                    .setFollowRedirects(false))
                            .compose(request -> {
                                if (abandoned.future().isComplete()) {
                                    // The connection came after the time was up: sent now, it could overtake what
                                    // follows.
                                    request.reset();
                                    return Future.failedFuture("abandoned");
                                }
                                abandoned.future().onComplete(done -> request.reset());
                                return exchange(request, headers, body);
                            })
                            .onSuccess(emitter::complete)
                            .onFailure(emitter::fail);
                })
                .ifNoItem()
                .after(timeout)
                .failWith(TimeoutException::new);
    }

    private static Future<Answer> exchange(HttpClientRequest request, Map<String, String> headers, byte[] body) {
        headers.forEach(request::putHeader);
        request.putHeader("user-agent", "Tanggap-112");
        return request.send(Buffer.buffer(body)).compose(HttpCaller::beginning);
    }

    private static Future<Answer> beginning(HttpClientResponse response) {
        Promise<Answer> answer = Promise.promise();
        Buffer read = Buffer.buffer();
        response.handler(chunk -> {
            read.appendBuffer(chunk);
            if (read.length() > LONGEST_ANSWER_BYTES) {
                answer.tryComplete(answer(response, read.slice(0, LONGEST_ANSWER_BYTES)));
                response.request().reset();
            }
        });
        response.endHandler(end -> answer.tryComplete(answer(response, read)));
        response.exceptionHandler(answer::tryFail);
        return answer.future();
    }

    private static Answer answer(HttpClientResponse response, Buffer body) {
        return new Answer(response.statusCode(), body.toString());
    }

    @Override
    public void close() {
        http.close();
    }
}
