package id.tanggap.local.replay.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.replay.agency.AgencyRecord;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReporterAuditTest {
    private final Case it = new Case();

    @Test
    void findsAnAgencyThatCannotRingBack() {
        it.kafka.set(0, told("damkar", "e-1", List.of()));
        it.webhooks.set(0, told("damkar", "w-1", List.of("Bambang Setiawan")));
        assertEquals(
                List.of(
                        "reporter of ticket 112-0001 at damkar over Kafka",
                        "reporter of ticket 112-0001 at damkar over webhook"),
                it.audit().lost());
    }

    @Test
    void findsAnAgencyThatLearnsANameItDoesNotNeed() {
        it.streams.set(1, told("dinkes", "1", Case.REPORTER));
        assertEquals(
                List.of("reporter of ticket 112-0001 at dinkes over SSE, which need not know"),
                it.audit().duplicated());
    }

    private static AgencyRecord told(String agency, String eventId, List<String> reporter) {
        return new AgencyRecord(
                agency, eventId, "t-1", "112-0001", "OPENED", "Kebakaran", "Closed", Case.STATE, reporter, 3_000_000);
    }
}
