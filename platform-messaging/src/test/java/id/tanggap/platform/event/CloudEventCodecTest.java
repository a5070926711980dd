package id.tanggap.platform.event;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class CloudEventCodecTest {

    @Test
    void writes_the_headers_of_the_published_contract() {
        UUID id = EventIds.next();
        var envelope = new CloudEventCodec.Envelope(
                id,
                URI.create("urn:tanggap:intake-service"),
                "id.tanggap.intake.call.v1",
                "call-7",
                "call-7",
                3,
                Instant.parse("2025-05-20T00:00:01.5Z"));

        ProducerRecord<String, byte[]> record = CloudEventCodec.writeJson(
                "intake.call.v1",
                envelope,
                "{}".getBytes(UTF_8),
                Optional.of("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"));

        Map<String, String> headers = new TreeMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        Map<String, String> expected = new TreeMap<>(Map.of(
                "ce_specversion", "1.0",
                "ce_id", id.toString(),
                "ce_source", "urn:tanggap:intake-service",
                "ce_type", "id.tanggap.intake.call.v1",
                "ce_subject", "call-7",
                "ce_time", "2025-05-20T00:00:01.5Z",
                "ce_dataschema", "urn:tanggap:schema:intake.call.v1",
                "ce_partitionkey", "call-7",
                "ce_sequence", "3",
                "content-type", "application/json"));
        expected.put("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01");
        assertEquals(expected, headers);
        assertEquals("call-7", record.key());
    }

    @Test
    void ids_of_new_events_rise_with_time() {
        UUID earlier = EventIds.next();
        UUID later = EventIds.next();
        assertEquals(7, earlier.version());
        assertTrue(earlier.toString().compareTo(later.toString()) < 0);
    }

    @Test
    void named_ids_are_the_same_for_the_same_parts_only() {
        assertEquals(EventIds.named("call-7", "1"), EventIds.named("call-7", "1"));
        assertNotEquals(EventIds.named("call-7", "1"), EventIds.named("call-71", ""));
    }

    @Test
    void a_tombstone_names_its_event_and_has_no_value() {
        UUID id = EventIds.next();
        var envelope = new CloudEventCodec.Envelope(
                id, URI.create("urn:tanggap:ticket-service"), "id.tanggap.t.v1", "t-7", "t-7", 4, Instant.EPOCH);

        ProducerRecord<String, byte[]> record = CloudEventCodec.writeTombstone("t.v1", envelope, Optional.empty());

        assertEquals("t-7", record.key());
        assertEquals(null, record.value());
        assertEquals(
                id.toString(), new String(record.headers().lastHeader("ce_id").value(), UTF_8));
        assertEquals("4", new String(record.headers().lastHeader("ce_sequence").value(), UTF_8));
    }
}
