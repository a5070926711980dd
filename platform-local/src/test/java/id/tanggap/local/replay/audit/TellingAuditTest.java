package id.tanggap.local.replay.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.replay.agency.AgencyRecord;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TellingAuditTest {
    private final Case it = new Case();

    @Test
    void findsATicketThatAnAgencyNeverReceivedOnAnyOfItsChannels() {
        it.kafka.removeLast();
        it.streams.removeFirst();
        it.webhooks.clear();
        assertEquals(
                List.of(
                        "ticket 112-0001 at dinkes over Kafka",
                        "ticket 112-0001 at damkar over SSE",
                        "ticket 112-0001 at damkar over webhook"),
                it.audit().lost());
    }

    @Test
    void findsASecondEffectOnAnyChannel() {
        it.kafka.add(Case.opened("damkar", "e-9", "t-1"));
        it.streams.add(Case.opened("dinkes", "2", "t-1"));
        it.webhooks.add(Case.opened("damkar", "w-9", "t-1"));
        assertEquals(
                List.of(
                        "ticket 112-0001 at damkar over Kafka",
                        "ticket 112-0001 at dinkes over SSE",
                        "ticket 112-0001 at damkar over webhook"),
                it.audit().duplicated());
    }

    @Test
    void countsTheSameEventAgainApartWhereTheContractAllowsIt() {
        it.kafka.add(Case.opened("damkar", "e-1", "t-1"));
        it.webhooks.add(Case.opened("damkar", "w-1", "t-1"));
        assertEquals(new Findings(List.of(), List.of(), 2), it.audit());
    }

    @Test
    void findsAStreamThatTellsTheSameEventAgain() {
        it.streams.add(Case.opened("damkar", "1", "t-1"));
        assertEquals(
                List.of("event 1 of ticket 112-0001 at damkar over SSE"),
                it.audit().duplicated());
    }

    @Test
    void whoJoinsLaterNeedsToHearOfItButNotOfItsOpening() {
        SeenTicket opened = it.tickets.getFirst();
        it.tickets.set(
                0,
                new SeenTicket(
                        opened.ticketId(),
                        opened.number(),
                        opened.callId(),
                        opened.reportId(),
                        opened.category(),
                        opened.emergency(),
                        opened.states(),
                        Set.of("dinkes")));
        it.kafka.set(1, Case.news("dinkes", "e-2", "t-1", "ASSIGNMENT", Case.STATE));
        assertEquals(List.of(), it.audit().lost());

        it.kafka.remove(1);
        assertEquals(List.of("ticket 112-0001 at dinkes over Kafka"), it.audit().lost());
    }

    @Test
    void findsATicketAtAnAgencyThatHasNoPartInIt() {
        it.kafka.add(Case.opened("pdam", "e-3", "t-1"));
        assertEquals(
                List.of("ticket 112-0001 at pdam over Kafka, which has no part in it"),
                it.audit().duplicated());
    }

    /** Published, rolled back and opened again under another id: REST shows one ticket, the agency has two. */
    @Test
    void findsATicketThatOnlyTheAgencyKnows() {
        it.kafka.add(Case.opened("damkar", "e-7", "rolled-back"));
        assertEquals(
                List.of("ticket 112-0001 at damkar over Kafka, which ticket-service does not know"),
                it.audit().duplicated());
    }

    @Test
    void leavesTicketsOfOthersAlone() {
        it.others.add("another");
        it.kafka.add(Case.opened("damkar", "e-7", "another"));
        assertEquals(new Findings(List.of(), List.of(), 0), it.audit());
    }

    @Test
    void findsNewsThatNeverCame() {
        it.tickets.set(0, Case.ticket("t-1", "112-0001", Case.CALL, "r-1", "damkar"));
        it.kafka.removeLast();
        it.streams.removeLast();
        it.tickets.getFirst().states().put("damkar", "Closed, score 0.02");
        it.kafka.add(Case.news("damkar", "e-3", "t-1", "ASSESSED", "Closed, score 0.02"));
        it.webhooks.add(Case.news("damkar", "w-3", "t-1", "ASSESSED", "Closed, score 0.02"));
        assertEquals(
                List.of(
                        "last state (Closed, score 0.02) of ticket 112-0001 at damkar over SSE, where it is (Closed, score 0.1)"),
                it.audit().lost());
    }

    @Test
    void findsOldNewsAfterNewer() {
        it.kafka.addFirst(Case.news("damkar", "e-0", "t-1", "ASSESSED", "Closed, score 0.02"));
        assertEquals(List.of(), it.audit().lost());
        it.kafka.add(Case.news("damkar", "e-4", "t-1", "ASSESSED", "Closed, score 0.02"));
        assertEquals(
                List.of(
                        "last state (Closed, score 0.1) of ticket 112-0001 at damkar over Kafka, where it is (Closed, score 0.02)"),
                it.audit().lost());
    }

    @Test
    void findsWhatIsNoNewsOfATicket() {
        it.streams.add(AgencyRecord.fault("damkar", "1", "a gap", 1));
        assertEquals(List.of("a gap at damkar over SSE"), it.audit().lost());
    }
}
