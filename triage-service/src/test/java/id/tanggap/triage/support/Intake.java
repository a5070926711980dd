package id.tanggap.triage.support;

import static java.nio.charset.StandardCharsets.UTF_8;

import id.tanggap.local.test.KafkaPeers;
import id.tanggap.platform.event.CloudEventCodec;
import id.tanggap.platform.event.EventIds;
import id.tanggap.triage.audio.Sounds;
import java.net.URI;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Speaks for intake-service, and for ticket-service, on the real broker in the words of their contracts. */
public final class Intake implements AutoCloseable {

    public static final String CALL = "intake.call.v1";
    public static final String REPORT = "intake.report.v1";
    public static final String AUDIO = "intake.audio.v1";
    public static final String TICKET = "ticket.ticket.v1";
    private static final URI SOURCE = URI.create("urn:tanggap:intake-service");
    private static final int QUARTER_SECOND = 2_000;

    private final Producer<String, byte[]> producer = KafkaPeers.producer("admin");

    public static String newCall() {
        return "call-" + UUID.randomUUID();
    }

    /** A state of a call; {@code more} is further JSON such as {@code "dtmf": "55"}, or empty. */
    public static String call(String callId, String callerRef, String status, String more) {
        return """
                {"callId": "%s", "change": "ANSWERED", "status": "%s", "callerKind": "SUBSCRIBER", "callerRef": "%s",
                 "to": "112", "startedAt": "2025-05-20T02:00:00Z", "answeredAt": "2025-05-20T02:00:04Z",
                 "addedLater": {"by": "intake"}%s}
                """
                .formatted(callId, status, callerRef, more.isEmpty() ? "" : ", " + more);
    }

    public static String report(String callId, boolean lifeThreat) {
        return """
                {"reportId": "r-%s", "callId": "%s", "category": "HOUSE_FIRE", "text": "Rumah terbakar", "lifeThreat": %s,
                 "reporter": "sealed", "reportedAt": "2025-05-20T02:01:00Z", "reportedBy": "operator1"}
                """
                .formatted(callId, callId, lifeThreat);
    }

    public void sendCall(String callId, long version, String json) {
        send(record(CALL, EventIds.next(), callId, version, "application/json", json.getBytes(UTF_8)));
    }

    public void sendReport(String callId, boolean lifeThreat) {
        send(record(
                REPORT,
                EventIds.next(),
                callId,
                1,
                "application/json",
                report(callId, lifeThreat).getBytes(UTF_8)));
    }

    /** Sends the state of the call's ticket, with one agency's part or more; a finding may be null. */
    public void sendTicket(String callId, long version, String status, String... findings) {
        String parts = Arrays.stream(findings)
                .map(finding -> "{\"agency\": \"damkar\"%s}"
                        .formatted(finding == null ? "" : ", \"finding\": \"" + finding + "\""))
                .collect(Collectors.joining(","));
        String json = "{\"ticketId\": \"ticket-of-%s\", \"callId\": \"%s\", \"status\": \"%s\", \"assignments\": [%s]}"
                .formatted(callId, callId, status, parts);
        send(record(TICKET, EventIds.next(), "ticket-of-" + callId, version, "application/json", json.getBytes(UTF_8)));
    }

    /** Sends sound in chunks of 250 ms, numbered from {@code firstSeq}; tells the number after the last. */
    public long sendSound(String callId, short[] sound, long firstSeq) {
        long seq = firstSeq;
        for (int start = 0; start < sound.length; start += QUARTER_SECOND) {
            short[] chunk = Arrays.copyOfRange(sound, start, Math.min(sound.length, start + QUARTER_SECOND));
            sendChunk(callId, seq++, "audio/L16;rate=8000", Sounds.l16(chunk));
        }
        return seq;
    }

    public void sendChunk(String callId, long seq, String contentType, byte[] data) {
        send(record(AUDIO, EventIds.named(callId, Long.toString(seq)), callId, seq, contentType, data));
    }

    public ProducerRecord<String, byte[]> record(
            String topic, UUID id, String callId, long sequence, String contentType, byte[] data) {
        var envelope = new CloudEventCodec.Envelope(
                id, SOURCE, "id.tanggap." + topic, callId, callId, sequence, Instant.now());
        return CloudEventCodec.write(topic, envelope, contentType, data, Optional.empty());
    }

    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
