package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.line.Ledger;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what was accepted with what the system shows: everything once, nothing twice. */
public final class Audit {
    private final Map<String, Ledger.Entry> accepted;
    private final Observation seen;
    private final Complaints complaints = new Complaints();

    private Audit(Ledger ledger, Observation seen) {
        this.accepted = ledger.calls();
        this.seen = seen;
    }

    public static Findings of(Ledger ledger, Observation seen) {
        Audit audit = new Audit(ledger, seen);
        audit.accepted.forEach(audit::call);
        audit.accepted.forEach(audit::report);
        audit.listedOnce();
        audit.ticketsOnce();
        CallBackAudit.add(audit.accepted, seen.callBacks(), audit.complaints);
        WorkAudit.add(seen.tickets(), audit.complaints);
        ProcedureAudit.add(seen.owed(), seen.procedures(), seen.advice(), audit.complaints);
        seen.told().forEach(told -> {
            TellingAudit.add(told, seen, audit.complaints);
            ReporterAudit.add(audit.accepted, told, seen.tickets(), audit.complaints);
        });
        return audit.complaints.findings();
    }

    private void call(String callId, Ledger.Entry entry) {
        if (!entry.announced()) {
            return;
        }
        SeenCall call = seen.calls().get(callId);
        if (call == null) {
            complaints.lost("call " + callId);
            return;
        }
        entry.events().stream()
                .distinct()
                .filter(event -> !shows(call, event))
                .forEach(event -> complaints.lost("event " + event + " of " + callId));
        if (!entry.disposition().equals(call.disposition())) {
            complaints.lost("disposition " + entry.disposition() + " of " + callId);
        }
        if (call.hoaxLikelihood().isEmpty()) {
            complaints.lost("assessment of " + callId);
        }
    }

    private static boolean shows(SeenCall call, String event) {
        return switch (event) {
            case "ANSWERED" -> call.answered();
            case "ENDED" -> call.ended() && call.status().equals("ENDED");
            case "ABANDONED" -> call.status().equals("ABANDONED");
            default -> event.equals("DTMF:" + call.dtmf());
        };
    }

    private void report(String callId, Ledger.Entry entry) {
        List<String> ids = entry.reportIds();
        if (ids.size() > 1) {
            complaints.duplicated("report of " + callId + " has ids " + ids);
        }
        for (String reportId : ids) {
            long tickets = seen.tickets().stream()
                    .filter(ticket -> ticket.reportId().equals(reportId))
                    .count();
            if (tickets == 0) {
                complaints.lost("ticket of report " + reportId + " of " + callId);
            }
        }
    }

    private void listedOnce() {
        moreThanOnce(seen.listed(), Function.identity())
                .forEach(id -> complaints.duplicated("call " + id + " in the list"));
        Set<String> listed = new HashSet<>(seen.listed());
        accepted.forEach((callId, entry) -> {
            if (entry.announced() && !listed.contains(callId)) {
                complaints.lost("call " + callId + " in the list");
            }
        });
    }

    private void ticketsOnce() {
        moreThanOnce(seen.tickets(), SeenTicket::reportId)
                .forEach(id -> complaints.duplicated("ticket of report " + id));
        moreThanOnce(seen.tickets(), SeenTicket::callId).forEach(id -> complaints.duplicated("ticket of call " + id));
        moreThanOnce(seen.tickets(), SeenTicket::number)
                .forEach(number -> complaints.duplicated("ticket number " + number));
        Set<String> known = accepted.values().stream()
                .flatMap(entry -> entry.reportIds().stream())
                .collect(Collectors.toSet());
        seen.tickets().stream()
                .filter(ticket -> !known.contains(ticket.reportId()))
                .forEach(ticket -> complaints.duplicated("ticket " + ticket.number() + " of no accepted report"));
    }

    private static <T> List<String> moreThanOnce(List<T> things, Function<T, String> key) {
        return things.stream().collect(Collectors.groupingBy(key, Collectors.counting())).entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
