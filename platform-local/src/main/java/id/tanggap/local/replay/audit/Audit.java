package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.line.Ledger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Compares what was accepted with what the system shows: everything once, nothing twice. */
public final class Audit {
    private final Map<String, Ledger.Entry> accepted;
    private final Observation seen;
    private final List<String> lost = new ArrayList<>();
    private final List<String> duplicated = new ArrayList<>();

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
        List<AgencyRecord> own = audit.ownRecords();
        List<AgencyRecord> fresh = firstDeliveries(own);
        audit.agencies(fresh);
        return new Findings(List.copyOf(audit.lost), List.copyOf(audit.duplicated), own.size() - fresh.size());
    }

    private void call(String callId, Ledger.Entry entry) {
        if (!entry.announced()) {
            return;
        }
        SeenCall call = seen.calls().get(callId);
        if (call == null) {
            lost.add("call " + callId);
            return;
        }
        entry.events().stream()
                .distinct()
                .filter(event -> !shows(call, event))
                .forEach(event -> lost.add("event " + event + " of " + callId));
        if (!entry.disposition().equals(call.disposition())) {
            lost.add("disposition " + entry.disposition() + " of " + callId);
        }
        if (call.hoaxLikelihood().isEmpty()) {
            lost.add("assessment of " + callId);
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
            duplicated.add("report of " + callId + " has ids " + ids);
        }
        for (String reportId : ids) {
            long tickets = seen.tickets().stream()
                    .filter(ticket -> ticket.reportId().equals(reportId))
                    .count();
            if (tickets == 0) {
                lost.add("ticket of report " + reportId + " of " + callId);
            }
        }
    }

    private void listedOnce() {
        moreThanOnce(seen.listed(), Function.identity()).forEach(id -> duplicated.add("call " + id + " in the list"));
        Set<String> listed = new HashSet<>(seen.listed());
        accepted.forEach((callId, entry) -> {
            if (entry.announced() && !listed.contains(callId)) {
                lost.add("call " + callId + " in the list");
            }
        });
    }

    private void ticketsOnce() {
        moreThanOnce(seen.tickets(), SeenTicket::reportId).forEach(id -> duplicated.add("ticket of report " + id));
        moreThanOnce(seen.tickets(), SeenTicket::callId).forEach(id -> duplicated.add("ticket of call " + id));
        moreThanOnce(seen.tickets(), SeenTicket::number).forEach(number -> duplicated.add("ticket number " + number));
        Set<String> known = accepted.values().stream()
                .flatMap(entry -> entry.reportIds().stream())
                .collect(Collectors.toSet());
        seen.tickets().stream()
                .filter(ticket -> !known.contains(ticket.reportId()))
                .forEach(ticket -> duplicated.add("ticket " + ticket.number() + " of no accepted report"));
    }

    private List<AgencyRecord> ownRecords() {
        Set<String> own = seen.tickets().stream().map(SeenTicket::ticketId).collect(Collectors.toSet());
        return seen.records().stream()
                .filter(record -> own.contains(record.ticketId()))
                .toList();
    }

    private void agencies(List<AgencyRecord> fresh) {
        for (SeenTicket ticket : seen.tickets()) {
            for (String agency : ticket.agencies()) {
                long opened = fresh.stream()
                        .filter(record -> record.opens()
                                && record.agency().equals(agency)
                                && record.ticketId().equals(ticket.ticketId())
                                && record.number().equals(ticket.number()))
                        .count();
                if (opened == 0) {
                    lost.add("ticket " + ticket.number() + " at " + agency);
                } else if (opened > 1) {
                    duplicated.add("ticket " + ticket.number() + " at " + agency);
                }
            }
        }
        fresh.stream()
                .filter(this::strange)
                .forEach(record -> duplicated.add(
                        "ticket " + record.number() + " at " + record.agency() + ", which has no part in it"));
    }

    private boolean strange(AgencyRecord record) {
        return seen.tickets().stream()
                .noneMatch(ticket -> ticket.ticketId().equals(record.ticketId())
                        && ticket.agencies().contains(record.agency()));
    }

    private static List<AgencyRecord> firstDeliveries(List<AgencyRecord> records) {
        Map<String, AgencyRecord> first = new LinkedHashMap<>();
        records.forEach(record -> first.putIfAbsent(record.agency() + " " + record.eventId(), record));
        return List.copyOf(first.values());
    }

    private static <T> List<String> moreThanOnce(List<T> things, Function<T, String> key) {
        return things.stream().collect(Collectors.groupingBy(key, Collectors.counting())).entrySet().stream()
                .filter(count -> count.getValue() > 1)
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }
}
