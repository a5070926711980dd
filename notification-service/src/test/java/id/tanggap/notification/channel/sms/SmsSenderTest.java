package id.tanggap.notification.channel.sms;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.ChannelResult;
import id.tanggap.notification.channel.Receipt;
import id.tanggap.notification.channel.Receipt.State;
import id.tanggap.notification.delivery.policy.AttemptResult;
import id.tanggap.notification.delivery.policy.FailureReason;
import id.tanggap.notification.support.OwnCertificate;
import id.tanggap.notification.support.Settings;
import id.tanggap.notification.support.SilentServer;
import id.tanggap.notification.support.TlsFront;
import io.vertx.core.Vertx;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.jsmpp.extra.NegativeResponseException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmsSenderTest {

    private static final Vertx VERTX = Vertx.vertx();
    private static final String TO = "+6281200000009";

    private static final List<Receipt> RECEIPTS = new CopyOnWriteArrayList<>();
    private static final AtomicInteger REFUSALS = new AtomicInteger();

    /** One link for all tests that leave it as it is: to unbind takes a second. */
    private static SmsCentre centre;

    private static SmsSender sender;

    @BeforeAll
    static void start() throws IOException {
        int port = SilentServer.closedPort();
        centre = new SmsCentre(port);
        sender = sender(port);
    }

    @AfterAll
    static void stop() throws IOException {
        sender.close();
        centre.close();
        VERTX.close().toCompletionStage().toCompletableFuture().join();
    }

    @BeforeEach
    void bind() {
        centre.status = 0;
        centre.gate = new CountDownLatch(0);
        awaitBound(centre, sender);
        RECEIPTS.clear();
    }

    private static SmsSender sender(int port, String... more) {
        List<String> settings = new ArrayList<>(List.of(
                "tanggap.channel.sms.host", "127.0.0.1",
                "tanggap.channel.sms.port", Integer.toString(port),
                "tanggap.channel.sms.tls", "false",
                "tanggap.channel.sms.system-id", "jepara",
                "tanggap.channel.sms.password", "secret12",
                "tanggap.channel.sms.sender", "TANGGAP112",
                "tanggap.channel.sms.reconnect", "50ms"));
        settings.addAll(List.of(more));
        SmsConfig config = Settings.of(SmsConfig.class, settings.toArray(String[]::new));
        return new SmsSender(VERTX, config.centre().orElseThrow(), config, receipt -> {
            if (REFUSALS.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                throw new IllegalStateException("database away");
            }
            RECEIPTS.add(receipt);
        });
    }

    private static void awaitBound(SmsCentre centre, SmsSender sender) {
        await().atMost(Duration.ofSeconds(20))
                .until(() -> send(sender, "siap").receiptIds().size() == 1);
        centre.submitted.clear();
        centre.mostPending.set(0);
    }

    private static ChannelResult send(SmsSender sender, String text) {
        return sender.send(UUID.randomUUID(), TO, text).await().atMost(Duration.ofSeconds(30));
    }

    private static ChannelResult accepted(String... ids) {
        return ChannelResult.accepted(List.of(ids));
    }

    @Test
    void a_short_text_is_one_message_of_the_default_alphabet_with_a_receipt_asked_for() {
        assertEquals(accepted("m1"), send(sender, "DARURAT [P10] @Panggang"));

        SubmitSm message = centre.submitted.getFirst();
        assertEquals("6281200000009", message.getDestAddress());
        assertEquals(1, message.getDestAddrTon());
        assertEquals("TANGGAP112", message.getSourceAddr());
        assertEquals(5, message.getSourceAddrTon());
        assertEquals(0, message.getDataCoding());
        assertEquals(0, message.getEsmClass());
        assertEquals(1, message.getRegisteredDelivery());
        assertEquals("000000040000000R", message.getValidityPeriod());
        byte[] octets = message.getShortMessage();
        // Of the alphabet [ is an escape and 0x3c, @ is 0.
        assertArrayEquals(new byte[] {'T', ' ', 0x1b, 0x3c, 'P'}, Arrays.copyOfRange(octets, 6, 11));
        assertEquals(0, octets[octets.length - 9]);
        assertEquals("jepara", centre.binds.getFirst().getSystemId());
        assertEquals("secret12", centre.binds.getFirst().getPassword());
    }

    @Test
    void a_long_text_is_several_that_the_telephone_joins_and_a_repeat_has_the_same_reference() {
        String text = "kebakaran ".repeat(40);
        UUID id = UUID.randomUUID();
        assertEquals(
                accepted("m1", "m2", "m3"), sender.send(id, TO, text).await().atMost(Duration.ofSeconds(30)));
        sender.send(id, TO, text).await().atMost(Duration.ofSeconds(30));

        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        for (int number = 1; number <= 3; number++) {
            SubmitSm segment = centre.submitted.get(number - 1);
            byte[] octets = segment.getShortMessage();
            assertEquals(0x40, segment.getEsmClass());
            assertArrayEquals(new byte[] {5, 0, 3, (byte) id.hashCode(), 3, (byte) number}, Arrays.copyOf(octets, 6));
            assertTrue(octets.length <= 6 + 153);
            joined.write(octets, 6, octets.length - 6);
            assertArrayEquals(octets, centre.submitted.get(number + 2).getShortMessage());
        }
        assertEquals(text, joined.toString(StandardCharsets.US_ASCII));
    }

    @Test
    void letters_that_the_alphabet_lacks_go_as_ucs_2() {
        send(sender, "ꦗꦼꦥꦫ");

        assertEquals(8, centre.submitted.getFirst().getDataCoding());
        assertEquals("ꦗꦼꦥꦫ", new String(centre.submitted.getFirst().getShortMessage(), StandardCharsets.UTF_16BE));
    }

    @ParameterizedTest
    @CsvSource({
        SMPPConstant.STAT_ESME_RTHROTTLED + ", BUSY",
        SMPPConstant.STAT_ESME_RMSGQFUL + ", BUSY",
        SMPPConstant.STAT_ESME_RINVDSTADR + ", RECIPIENT_REFUSED",
        SMPPConstant.STAT_ESME_RINVSRCADR + ", CHANNEL_REFUSED"
    })
    void a_refusal_is_told_by_its_status(int status, FailureReason reason) {
        centre.status = status;

        assertEquals(ChannelResult.failed(reason), send(sender, "siap"));
    }

    @Test
    void receipts_are_handed_on_from_the_text_and_from_the_parameters() throws Exception {
        centre.receipt("id:m1 sub:001 dlvrd:001 stat:DELIVRD err:000 text:", "m1", (byte) 0);
        centre.receipt("unreadable", "m2", (byte) 5);
        centre.receipt("id:m3 stat:EXPIRED err:12", "m3", (byte) 0);

        await().until(() -> RECEIPTS.size() == 3);
        assertEquals(
                List.of("m1 DELIVERED", "m2 FAILED", "m3 FAILED"),
                RECEIPTS.stream()
                        .map(receipt -> receipt.receiptId() + " " + receipt.state())
                        .toList());
        assertTrue(RECEIPTS.stream().allMatch(receipt -> receipt.channel() == ChannelKind.SMS));
        assertEquals(Optional.of("12"), RECEIPTS.get(2).code());
        assertEquals(State.DELIVERED, RECEIPTS.getFirst().state());
        assertEquals(Optional.empty(), RECEIPTS.getFirst().code());
    }

    @Test
    void a_receipt_that_could_not_be_kept_is_asked_for_again_and_answers_of_people_are_none() throws Exception {
        REFUSALS.set(1);
        NegativeResponseException again = assertThrows(
                NegativeResponseException.class, () -> centre.receipt("id:m1 stat:DELIVRD", "m1", (byte) 0));
        assertEquals(SMPPConstant.STAT_ESME_RX_T_APPN, again.getCommandStatus());
        centre.receipt("id:m1 stat:DELIVRD", "m1", (byte) 0);
        centre.answer("id:m9 stat:DELIVRD");

        assertEquals(List.of("m1"), RECEIPTS.stream().map(Receipt::receiptId).toList());
    }

    @Test
    void a_link_that_drops_is_bound_again_without_anything_to_send() {
        int before = centre.binds.size();
        centre.hangUp();

        await().atMost(Duration.ofSeconds(20)).until(() -> centre.binds.size() > before);
        await().atMost(Duration.ofSeconds(20)).until(() -> send(sender, "siap").equals(accepted("m1")));
    }

    @Test
    void a_centre_that_is_down_is_told_at_once_and_used_when_it_is_back() throws Exception {
        int other = SilentServer.closedPort();
        try (SmsSender own = sender(other)) {
            assertEquals(ChannelResult.failed(FailureReason.CONNECTION_FAILED), send(own, "siap"));

            try (SmsCentre back = new SmsCentre(other)) {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> send(own, "siap").equals(accepted("m1")));
                assertEquals(1, back.submitted.size());
            }
        }
    }

    @Test
    void a_centre_whose_certificate_nobody_vouches_for_gets_nothing_and_that_is_said(@TempDir Path folder)
            throws Exception {
        OwnCertificate own = new OwnCertificate(folder);
        int plain = SilentServer.closedPort();
        try (SmsCentre behind = new SmsCentre(plain);
                TlsFront front = new TlsFront(own.context(), plain, false);
                SmsSender sender = sender(front.port(), "tanggap.channel.sms.tls", "true")) {
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> send(sender, "siap").equals(ChannelResult.failed(FailureReason.TLS_FAILED)));
            assertEquals(List.of(), behind.binds);

            own.trusted(() -> {
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> send(sender, "siap").equals(accepted("m1")));
                return null;
            });
        }
    }

    @Test
    void a_centre_that_refuses_our_password_is_told_from_one_that_is_down() throws Exception {
        int other = SilentServer.closedPort();
        try (SmsCentre strict = new SmsCentre(other);
                SmsSender own = sender(other, "tanggap.channel.sms.password", "wrong")) {
            strict.password = "secret12";

            await().atMost(Duration.ofSeconds(20))
                    .until(() -> send(own, "siap").equals(ChannelResult.failed(FailureReason.CHANNEL_REFUSED)));
        }
    }

    @Test
    void a_centre_that_does_not_answer_is_given_up_in_time() throws IOException {
        int other = SilentServer.closedPort();
        try (SmsCentre busy = new SmsCentre(other);
                SmsSender own = sender(other, "tanggap.channel.sms.limits.timeout", "700ms")) {
            awaitBound(busy, own);
            busy.gate = new CountDownLatch(1);

            assertEquals(ChannelResult.failed(FailureReason.TIMEOUT), send(own, "siap"));
        }
    }

    @Test
    void no_more_are_under_way_than_the_window_allows() throws IOException {
        int other = SilentServer.closedPort();
        try (SmsCentre busy = new SmsCentre(other);
                SmsSender own = sender(other, "tanggap.channel.sms.window", "3")) {
            awaitBound(busy, own);
            busy.gate = new CountDownLatch(1);
            List<CompletableFuture<ChannelResult>> sent = new ArrayList<>();
            for (int message = 0; message < 12; message++) {
                sent.add(own.send(UUID.randomUUID(), TO, "siap").subscribeAsCompletionStage());
            }
            await().until(() -> busy.pending.get() == 3);
            busy.gate.countDown();

            sent.forEach(result -> assertEquals(202, status(result.join())));
            assertEquals(3, busy.mostPending.get());
        }
    }

    @Test
    void a_silent_link_is_asked_whether_it_lives() throws IOException {
        int other = SilentServer.closedPort();
        try (SmsCentre busy = new SmsCentre(other);
                SmsSender own = sender(other, "tanggap.channel.sms.enquire-link", "100ms")) {
            awaitBound(busy, own);
            await().atMost(Duration.ofSeconds(20)).until(() -> busy.enquiries.get() >= 2);

            assertEquals(accepted("m1"), send(own, "siap"));
        }
    }

    private static int status(ChannelResult result) {
        return assertInstanceOf(AttemptResult.Answered.class, result.attempt()).httpStatus();
    }
}
