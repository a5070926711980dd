package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.silent.AdviceTaken;
import java.util.Map;
import java.util.Set;

/** Compares the procedures for silent calls with what the gateway heard of them, did about them and told of it. */
final class ProcedureAudit {
    private ProcedureAudit() {}

    static void add(
            Map<String, Set<String>> owed, Map<String, SeenProcedure> shown, AdviceTaken taken, Complaints complaints) {
        owed.forEach((callId, told) -> told.stream()
                .filter(what ->
                        !shown.containsKey(callId) || !shown.get(callId).told().contains(what))
                .forEach(what -> complaints.lost("%s, told of silent call %s".formatted(what, callId))));
        shown.forEach((callId, procedure) -> {
            if (procedure.streamed() < procedure.version()) {
                complaints.lost(
                        "step %d of silent call %s on the gateway's stream".formatted(procedure.version(), callId));
            }
        });
        taken.unanswered().forEach(advice -> complaints.lost("answer to the advice " + advice));
    }
}
