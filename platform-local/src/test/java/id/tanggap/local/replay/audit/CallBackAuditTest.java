package id.tanggap.local.replay.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.JeparaScenario;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class CallBackAuditTest {
    private static final String CALL = "run-001";

    private final Ledger ledger = new Ledger();
    private final List<SeenCallBack> tasks = new ArrayList<>();

    CallBackAuditTest() {
        ledger.begin(CALL, JeparaScenario.load().calls().getFirst());
        ledger.disposition(CALL, "GHOST");
    }

    @Test
    void aCallThatWasJudgedAtOnceNeedsNoTask() {
        assertEquals(List.of(), audit().lost());
        tasks.add(new SeenCallBack("c-1", CALL, "DISPOSED"));
        assertEquals(List.of(), audit().lost());
    }

    @Test
    void findsATaskThatNeverCame() {
        ledger.callBackDue(CALL);
        assertEquals(List.of("call-back task of " + CALL), audit().lost());
        ledger.rungBack(CALL);
        tasks.add(new SeenCallBack("c-1", CALL, "NOT_REACHED"));
        assertEquals(List.of(), audit().lost());
    }

    @Test
    void findsATaskThatIsOpenThoughTheCallIsSettled() {
        ledger.disposition(CALL, "PRANK");
        tasks.add(new SeenCallBack("c-1", CALL, ""));
        assertEquals(List.of("end of the call-back task of " + CALL), audit().lost());
    }

    @Test
    void aSilentCallMayStillHaveToBeRungBack() {
        tasks.add(new SeenCallBack("c-1", CALL, ""));
        assertEquals(List.of(), audit().lost());
    }

    @Test
    void findsAnOutcomeThatIsNotTheOperators() {
        ledger.callBackDue(CALL);
        ledger.rungBack(CALL);
        tasks.add(new SeenCallBack("c-1", CALL, "DISPOSED"));
        assertEquals(List.of("outcome of the call-back task of " + CALL), audit().lost());
    }

    @Test
    void findsTwoTasksOfOneCall() {
        tasks.add(new SeenCallBack("c-1", CALL, "DISPOSED"));
        tasks.add(new SeenCallBack("c-2", CALL, "DISPOSED"));
        assertEquals(List.of("call-back task of " + CALL), audit().duplicated());
    }

    private Findings audit() {
        Complaints complaints = new Complaints();
        CallBackAudit.add(ledger.calls(), tasks, complaints);
        return complaints.findings();
    }
}
