package id.tanggap.notification.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.delivery.policy.AttemptResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookUrl;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

/** Receivers that misbehave on the wire: what an attempt makes of them, and that it lets go of them. */
@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class BadReceiversTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n";

    @Inject
    WebhookSender sender;

    /** Talks to the first that connects. */
    private interface Manners {
        void answer(OutputStream out) throws Exception;
    }

    /** What came of an attempt, and whether the receiver was cut off while it still talked. */
    private record Outcome(AttemptResult result, boolean cutOff) {}

    private Outcome meet(Manners manners) throws IOException {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            CompletableFuture<Boolean> cutOff = CompletableFuture.supplyAsync(() -> talk(server, manners));
            AttemptResult result = send("http://127.0.0.1:" + server.getLocalPort() + "/");
            return new Outcome(result, cutOff.get(20, TimeUnit.SECONDS));
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean talk(ServerSocket server, Manners manners) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().read(new byte[4096]);
            manners.answer(socket.getOutputStream());
            return false;
        } catch (IOException refused) {
            return true;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private AttemptResult send(String url) {
        return sender.send(new WebhookMessage(
                        "damkar",
                        "id",
                        WebhookUrl.parse(url, true),
                        List.of(WebhookSecret.generate(new SecureRandom())),
                        "{}"))
                .await()
                .atMost(Duration.ofSeconds(20));
    }

    private static void drip(OutputStream out, String text) throws Exception {
        for (byte one : text.getBytes(US_ASCII)) {
            out.write(one);
            out.flush();
            Thread.sleep(20);
        }
    }

    @Test
    void a_head_that_comes_byte_by_byte_is_not_waited_for() throws IOException {
        Outcome outcome = meet(out -> drip(out, HEAD + "x-slow: " + "a".repeat(5_000)));

        assertEquals(new Outcome(new AttemptResult.Failed(FailureReason.TIMEOUT), true), outcome);
    }

    @Test
    void a_body_that_comes_byte_by_byte_holds_up_no_answer_and_is_cut_off() throws IOException {
        Outcome outcome = meet(out -> {
            out.write((HEAD + "\r\n").getBytes(US_ASCII));
            drip(out, "a".repeat(10_000));
        });

        var answered = assertInstanceOf(AttemptResult.Answered.class, outcome.result());
        assertEquals(200, answered.httpStatus());
        assertTrue(answered.text().length() < 1024, answered.text());
        assertTrue(outcome.cutOff());
    }

    @Test
    void of_ten_megabytes_one_kilobyte_is_kept_and_the_rest_is_not_taken() throws IOException {
        int size = 10 * 1024 * 1024;
        Outcome outcome = meet(out -> {
            out.write((HEAD + "content-length: " + size + "\r\n\r\n").getBytes(US_ASCII));
            out.write("b".repeat(size).getBytes(US_ASCII));
        });

        assertEquals(new Outcome(new AttemptResult.Answered(200, "b".repeat(1024)), true), outcome);
    }

    @Test
    void a_redirect_to_an_inner_address_is_an_answer_and_nothing_more() throws IOException {
        Outcome outcome = meet(out -> out.write(
                "HTTP/1.1 301 Moved Permanently\r\nlocation: http://169.254.169.254/\r\ncontent-length: 0\r\n\r\n"
                        .getBytes(US_ASCII)));

        assertEquals(new AttemptResult.Answered(301, ""), outcome.result());
    }

    @Test
    void what_breaks_off_before_the_status_has_not_arrived() throws IOException {
        assertEquals(
                new AttemptResult.Failed(FailureReason.CONNECTION_FAILED),
                meet(out -> out.write("HTTP/1.1 20".getBytes(US_ASCII))).result());
    }

    @Test
    void what_breaks_off_after_the_status_has_arrived() throws IOException {
        assertEquals(
                new AttemptResult.Answered(200, "sudah"),
                meet(out -> out.write((HEAD + "content-length: 100\r\n\r\nsudah").getBytes(US_ASCII)))
                        .result());
    }

    @Test
    void what_is_no_http_is_no_answer() throws IOException {
        assertEquals(
                new AttemptResult.Failed(FailureReason.CONNECTION_FAILED),
                meet(out -> out.write("SSH-2.0-OpenSSH_9.2\r\n".getBytes(US_ASCII)))
                        .result());
    }

    @Test
    void text_that_is_no_text_is_kept_as_far_as_it_can_be_read() throws IOException {
        Outcome outcome = meet(out -> {
            out.write((HEAD + "content-length: 6\r\n\r\n").getBytes(US_ASCII));
            out.write("a\0é".getBytes(UTF_8));
            out.write(new byte[] {(byte) 0xff, 'z'});
        });

        assertEquals(new AttemptResult.Answered(200, "a\0é\uFFFDz"), outcome.result());
    }
}
