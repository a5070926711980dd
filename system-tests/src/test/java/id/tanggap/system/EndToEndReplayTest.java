package id.tanggap.system;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.replay.ReplaySummary;
import id.tanggap.local.replay.view.SummaryText;
import id.tanggap.local.stack.KafkaAccess;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

@Order(1)
class EndToEndReplayTest {
    private static WholeSystem system;

    @BeforeAll
    static void start() throws IOException {
        system = WholeSystem.up();
        // What MonitoringTest wants to have been seen; it says so if that is not possible.
        system.watch();
    }

    @Test
    void twoDaysOfJeparaArriveWholeAndOnce() {
        ReplaySummary summary = system.replayed();
        String text = SummaryText.text(summary);
        assertEquals(List.of(), summary.lost(), text);
        assertEquals(List.of(), summary.duplicated(), text);
        assertEquals(List.of(), summary.refused(), text);
        assertEquals(89, summary.calls(), text);
        assertEquals(75, summary.hoaxes(), text);
        assertEquals(14, summary.tickets(), text);
        assertEquals(Map.of("NORMAL", 14L, "GHOST", 56L, "PRANK", 19L), summary.callsByDisposition(), text);
        assertEquals(3, summary.ticketsByAgency().get("pdam"), text);
        assertTrue(summary.callBacks() > 0, text);
        assertTrue(summary.advice().given() > 0, text);
        assertEquals(
                summary.toldByChannel().get("Kafka"), summary.toldByChannel().get("SSE"), text);
        assertTrue(summary.passed(), text);
        System.out.println(text);
    }

    @Test
    void anAgencyIsRefusedOnTheTopicOfAnother() {
        Map<String, Object> settings = new HashMap<>(KafkaAccess.client(system.config(), "agency-damkar"));
        TopicPartition foreign = new TopicPartition("ticket.agency.polres.v1", 0);
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(foreign));
            consumer.seek(foreign, 0);
            assertThrows(TopicAuthorizationException.class, () -> consumer.poll(Duration.ofSeconds(20)));
        }
    }
}
