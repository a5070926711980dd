package id.tanggap.system;

import id.tanggap.local.replay.BeforeCall;
import id.tanggap.local.replay.line.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;

/** Strikes while a replay runs; what must come after something else waits for it, however fast or slow the machine is. */
final class Faults implements BeforeCall {
    private final List<Fault> faults;
    private final Ledger ledger = new Ledger(this::reportAccepted);
    private final Map<Integer, CountDownLatch> reports = new ConcurrentHashMap<>();
    private final List<String> done = new ArrayList<>();

    Faults(List<Fault> faults) {
        this.faults = faults;
    }

    Ledger ledger() {
        return ledger;
    }

    /** Names of members that were killed and started again. */
    List<String> done() {
        return done;
    }

    /** On the operator's thread, which goes on when the member is dead: what the report is to become is in flight. */
    private void reportAccepted(Ledger.Entry call) {
        int ordinal = call.plan().ordinal();
        faults.stream().filter(fault -> fault.killedAtReportOf() == ordinal).forEach(fault -> fault.member()
                .kill());
        report(ordinal).countDown();
    }

    @Override
    public void accept(int ordinal) throws InterruptedException {
        for (Fault fault : faults) {
            if (ordinal == fault.spansReportOf()) {
                report(fault.killedAtReportOf()).await();
            } else if (ordinal == fault.startedBefore()) {
                if (fault.accepting()) {
                    report(fault.spansReportOf()).await();
                }
                fault.member().start();
                done.add(fault.name());
            }
        }
    }

    /** Open when the report was accepted and what it sets off was done. */
    private CountDownLatch report(int ordinal) {
        return reports.computeIfAbsent(ordinal, any -> new CountDownLatch(1));
    }
}
