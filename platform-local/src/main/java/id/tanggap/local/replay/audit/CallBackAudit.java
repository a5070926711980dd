package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.line.Ledger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Compares call-back tasks with what became of their calls: one task at most for a call, an operator's outcome stays, and
 * nobody is to ring back any more whom a report or an operator's last word has settled.
 */
final class CallBackAudit {
    private CallBackAudit() {}

    static void add(Map<String, Ledger.Entry> accepted, List<SeenCallBack> seen, Complaints complaints) {
        Map<String, List<SeenCallBack>> byCall =
                new HashMap<>(seen.stream().collect(Collectors.groupingBy(SeenCallBack::callId)));
        accepted.forEach((callId, entry) -> {
            List<SeenCallBack> tasks = byCall.getOrDefault(callId, List.of());
            if (entry.callBackDue() && tasks.isEmpty()) {
                complaints.lost("call-back task of " + callId);
            }
            if (tasks.size() > 1) {
                complaints.duplicated("call-back task of " + callId);
            }
            tasks.forEach(task -> task(callId, entry, task, complaints));
        });
    }

    private static void task(String callId, Ledger.Entry entry, SeenCallBack task, Complaints complaints) {
        if (isSettled(entry) && task.open()) {
            complaints.lost("end of the call-back task of " + callId);
        }
        if (entry.rungBack() && !task.outcome().equals("NOT_REACHED")) {
            complaints.lost("outcome of the call-back task of " + callId);
        }
    }

    /** GHOST says that nobody spoke: whether to ring back is then triage's to say, and its doubt leaves the task open. */
    private static boolean isSettled(Ledger.Entry entry) {
        return !entry.reportIds().isEmpty()
                || !entry.disposition().isEmpty() && !entry.disposition().equals("GHOST");
    }
}
