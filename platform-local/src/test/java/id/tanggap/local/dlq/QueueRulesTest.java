package id.tanggap.local.dlq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.contract.Documents;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What this system's own contracts say. */
class QueueRulesTest {
    private final Map<String, QueueRules> queues =
            QueueRules.of(List.of("ticket-service", "notification-service").stream()
                    .map(service -> Documents.ofService(Path.of("..", service)))
                    .toList());

    @Test
    void everyQueueOfADocumentIsKnownWithTheTopicsOfItsService() {
        assertTrue(queues.keySet().containsAll(Set.of("ticket.intake.report.v1.dlq", "ticket.ticket.command.dlq")));
        Set<String> sources = queues.get("ticket.ticket.command.dlq").sources();
        assertTrue(sources.containsAll(Set.of("ticket.command.damkar.v1", "intake.report.v1")));
        assertTrue(sources.stream().noneMatch(topic -> topic.startsWith("ticket.agency.")));
    }

    @Test
    void agenciesTopicsAreKnownToBeCompacted() {
        QueueRules rules = queues.get("notification.ticket.agency.dlq");
        assertEquals(
                rules.sources().stream()
                        .filter(topic -> topic.startsWith("ticket.agency."))
                        .collect(Collectors.toSet()),
                rules.compacted());
    }
}
