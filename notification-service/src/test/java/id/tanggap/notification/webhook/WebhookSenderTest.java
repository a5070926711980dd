package id.tanggap.notification.webhook;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.notification.delivery.policy.AttemptResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.support.OwnCertificate;
import id.tanggap.notification.webhook.policy.WebhookSecret;
import id.tanggap.notification.webhook.policy.WebhookUrl;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(value = EmbeddedStack.class, scope = TestResourceScope.GLOBAL)
class WebhookSenderTest {

    @Inject
    WebhookSender sender;

    private AttemptResult send(String url) {
        return sender.send(new WebhookMessage(
                        "damkar",
                        "id",
                        WebhookUrl.parse(url, true),
                        List.of(WebhookSecret.generate(new SecureRandom())),
                        "{}"))
                .await()
                .atMost(Duration.ofSeconds(10));
    }

    @Test
    void a_receiver_whose_certificate_nobody_vouches_for_gets_nothing(@TempDir Path folder) throws Exception {
        AtomicBoolean asked = new AtomicBoolean();
        HttpsServer server = HttpsServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(new OwnCertificate(folder).context()));
        server.createContext("/", exchange -> {
            asked.set(true);
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try {
            String url = "https://127.0.0.1:" + server.getAddress().getPort() + "/";

            // The first handshakes of a cold JVM may take longer than the tests' short timeout.
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> send(url).equals(new AttemptResult.Failed(FailureReason.TLS_FAILED)));

            assertFalse(asked.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void a_name_that_leads_inside_is_refused_even_if_it_was_subscribed_before() {
        // The tests' own guard allows 127.0.0.0/8; this is the same machine by another of its addresses.
        assertEquals(new AttemptResult.Failed(FailureReason.ADDRESS_REFUSED), send("http://[::1]:9/"));
        assertEquals(new AttemptResult.Failed(FailureReason.ADDRESS_REFUSED), send("http://169.254.169.254/"));
    }

    @Test
    void a_name_without_address_and_a_closed_port_are_told_apart() throws IOException {
        int closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            closed = socket.getLocalPort();
        }
        assertEquals(new AttemptResult.Failed(FailureReason.UNRESOLVED), send("https://nowhere.invalid/"));
        assertEquals(
                new AttemptResult.Failed(FailureReason.CONNECTION_FAILED), send("http://127.0.0.1:" + closed + "/"));
    }

    @Test
    void an_answer_without_end_counts_by_its_status_and_is_cut_off() throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            AtomicBoolean cut = new AtomicBoolean();
            Thread talker = Thread.ofVirtual().start(() -> talkForEver(server, cut));
            Instant began = Instant.now();

            assertEquals(
                    new AttemptResult.Answered(200, "\0".repeat(1024)),
                    send("http://127.0.0.1:" + server.getLocalPort() + "/"));

            assertTrue(talker.join(Duration.ofSeconds(10)), "the receiver may still talk");
            assertTrue(cut.get());
            assertTrue(Duration.between(began, Instant.now()).toSeconds() < 5);
        }
    }

    private static void talkForEver(ServerSocket server, AtomicBoolean cut) {
        try (Socket socket = server.accept();
                InputStream in = socket.getInputStream();
                OutputStream out = socket.getOutputStream()) {
            in.read(new byte[4096]);
            out.write("HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            while (true) {
                out.write(new byte[1024]);
            }
        } catch (IOException refused) {
            cut.set(true);
        }
    }
}
