package id.tanggap.notification.support;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.test.KafkaPeers;
import id.tanggap.notification.contract.Schemas;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What other services are told of deliveries. */
public final class DeliveriesTold {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private DeliveriesTold() {}

    /** The first so many events of this delivery, each of which is as its schema says. */
    public static List<JsonNode> of(String delivery, int count) throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<JsonNode> found = new ArrayList<>();
        try (var consumer = KafkaPeers.consumer("admin")) {
            consumer.subscribe(List.of("notification.delivery.v1"));
            await().atMost(PATIENCE).until(() -> {
                for (var record : consumer.poll(Duration.ofMillis(200))) {
                    JsonNode data = json.readTree(record.value());
                    if (data.path("deliveryId").asText().equals(delivery)) {
                        assertEquals(List.of(), Schemas.faults("notification.delivery.v1", data));
                        found.add(data);
                    }
                }
                return found.size() >= count;
            });
        }
        return found;
    }
}
