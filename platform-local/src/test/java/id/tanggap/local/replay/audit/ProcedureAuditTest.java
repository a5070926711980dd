package id.tanggap.local.replay.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcedureAuditTest {
    private final Case one = new Case();

    @Test
    void whatTriageAcceptedOfTheGatewayIsShown() {
        one.ledger.told(Case.CALL, "prompt");
        one.ledger.told(Case.CALL, "call-back 1 BUSY");
        one.procedures.put(Case.CALL, new SeenProcedure(5, Set.of("prompt", "call-back 1 BUSY"), 5));
        assertEquals(List.of(), one.audit().lost());
    }

    @Test
    void aCallBackThatTriageForgotIsLost() {
        one.ledger.told(Case.CALL, "call-back 1 BUSY");
        one.procedures.put(Case.CALL, new SeenProcedure(5, Set.of("call-back 1 SILENT"), 5));
        assertEquals(
                List.of("call-back 1 BUSY, told of silent call " + Case.CALL),
                one.audit().lost());
    }

    @Test
    void whatIsToldAfterTheLookIsNotAskedOfIt() {
        one.procedures.put(Case.CALL, new SeenProcedure(4, Set.of(), 4));
        Observation seen = one.seen();
        one.ledger.told(Case.CALL, "call-back 1 BUSY");
        assertEquals(List.of(), Audit.of(one.ledger, seen).lost());
    }

    @Test
    void aStepThatTheStreamDidNotTellIsLost() {
        one.procedures.put(Case.CALL, new SeenProcedure(5, Set.of(), 4));
        assertEquals(
                List.of("step 5 of silent call " + Case.CALL + " on the gateway's stream"),
                one.audit().lost());
    }
}
