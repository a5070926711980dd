package id.tanggap.ticket.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import id.tanggap.ticket.history.Differences.Difference;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DifferencesTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void what_changed_came_or_went() throws Exception {
        assertEquals(
                List.of(
                        new Difference("/parts/0/status", Optional.of("Active"), Optional.of("Closed")),
                        new Difference("/parts/1/status", Optional.empty(), Optional.of("Active")),
                        new Difference("/score", Optional.of("0.5"), Optional.empty())),
                Differences.between(
                        JSON.readTree("{\"same\": 1, \"score\": 0.5, \"parts\": [{\"status\": \"Active\"}]}"),
                        JSON.readTree(
                                "{\"same\": 1, \"score\": null, \"parts\": [{\"status\": \"Closed\"}, {\"status\": \"Active\"}]}")));
    }

    @Test
    void all_is_new_after_nothing() throws Exception {
        assertEquals(
                List.of(new Difference("/status", Optional.empty(), Optional.of("OPEN"))),
                Differences.between(MissingNode.getInstance(), JSON.readTree("{\"status\": \"OPEN\"}")));
    }
}
