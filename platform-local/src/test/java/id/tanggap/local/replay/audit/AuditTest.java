package id.tanggap.local.replay.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AuditTest {
    private final Case it = new Case();

    @Test
    void findsNothingWhereAllIsWell() {
        assertEquals(new Findings(List.of(), List.of(), 0), it.audit());
    }

    @Test
    void findsALostCall() {
        it.calls.clear();
        it.listed.clear();
        assertEquals(
                List.of("call run-001", "call run-001 in the list"), it.audit().lost());
    }

    @Test
    void findsEachLostEvent() {
        it.shows("ANSWERED", false, false, "5", "NORMAL", Optional.of(0.1));
        assertEquals(
                List.of("event ANSWERED of run-001", "event DTMF:55 of run-001", "event ENDED of run-001"),
                it.audit().lost());
    }

    @Test
    void findsALostDispositionAndALostAssessment() {
        it.shows("ENDED", true, true, "55", "", Optional.empty());
        assertEquals(
                List.of("disposition NORMAL of run-001", "assessment of run-001"),
                it.audit().lost());
    }

    @Test
    void findsAReportWithoutATicket() {
        it.tickets.clear();
        assertEquals(List.of("ticket of report r-1 of run-001"), it.audit().lost());
    }

    @Test
    void findsTwoTicketsOfOneReport() {
        it.tickets.add(Case.ticket("t-2", "112-0002", Case.CALL, "r-1"));
        assertEquals(
                List.of("ticket of report r-1", "ticket of call run-001"),
                it.audit().duplicated());
    }

    @Test
    void findsTwoReportsOfOneReport() {
        it.ledger.report(Case.CALL, "r-2", 2_000_000);
        it.tickets.add(Case.ticket("t-2", "112-0002", Case.CALL, "r-2"));
        Findings found = it.audit();
        assertTrue(found.duplicated().contains("report of run-001 has ids [r-1, r-2]"), found::toString);
    }

    @Test
    void findsANumberGivenTwice() {
        it.tickets.add(Case.ticket("t-2", "112-0001", "run-002", "r-9"));
        assertTrue(it.audit().duplicated().contains("ticket number 112-0001"));
    }

    @Test
    void findsATicketOfNoReport() {
        it.tickets.add(Case.ticket("t-2", "112-0002", "run-002", "r-9"));
        assertEquals(
                List.of("ticket 112-0002 of no accepted report"), it.audit().duplicated());
    }

    @Test
    void findsACallListedTwice() {
        it.listed.add(Case.CALL);
        assertEquals(List.of("call run-001 in the list"), it.audit().duplicated());
    }

    @Test
    void measuresFromAcceptanceToEachAgency() {
        assertEquals(new Latency(2, 2, 2, 2), Latencies.of(it.ledger, it.seen(), ticket -> true));
        assertEquals(0, Latencies.of(it.ledger, it.seen(), ticket -> false).count());
    }

    @Test
    void findsWorkThatDidNotTakeEffect() {
        String state = "ResourcesEnroute, score 0.1";
        it.tickets.getFirst().states().put("dinkes", state);
        it.kafka.add(Case.news("dinkes", "e-3", "t-1", "ENROUTE", state));
        it.streams.add(Case.news("dinkes", "3", "t-1", "ENROUTE", state));
        assertEquals(
                List.of("work of dinkes on ticket 112-0001 (" + state + ")"),
                it.audit().lost());
    }
}
