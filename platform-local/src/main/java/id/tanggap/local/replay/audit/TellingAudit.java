package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.agency.AgencyRecord;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Compares what agencies were told on one channel with the tickets there are: each ticket opened once at each agency that
 * has a part in it, or told to one that joins later, and nowhere else, and its last news is how it stands.
 */
final class TellingAudit {
    private final Told told;
    private final Observation seen;
    private final Complaints complaints;
    private final List<AgencyRecord> fresh;

    private TellingAudit(Told told, Observation seen, Complaints complaints) {
        this.told = told;
        this.seen = seen;
        this.complaints = complaints;
        List<AgencyRecord> own = own();
        this.fresh = firstDeliveries(own);
        if (told.repeats()) {
            complaints.redelivered(own.size() - fresh.size());
        } else {
            repeated(own);
        }
    }

    static void add(Told told, Observation seen, Complaints complaints) {
        TellingAudit audit = new TellingAudit(told, seen, complaints);
        audit.faults();
        audit.unknown();
        audit.strange();
        for (SeenTicket ticket : seen.tickets()) {
            ticket.states().forEach((agency, state) -> {
                if (told.agencies().contains(agency)) {
                    audit.ticket(ticket, agency, state);
                }
            });
        }
    }

    private void ticket(SeenTicket ticket, String agency, String state) {
        List<AgencyRecord> news = fresh.stream()
                .filter(record -> record.agency().equals(agency)
                        && record.ticketId().equals(ticket.ticketId())
                        && record.number().equals(ticket.number()))
                .toList();
        long opened = news.stream().filter(AgencyRecord::opens).count();
        // Who was given its part later hears of a ticket that is open already.
        if (ticket.joined().contains(agency) ? news.isEmpty() : opened == 0) {
            complaints.lost(at(ticket.number(), agency));
        } else if (!news.getLast().state().equals(state)) {
            complaints.lost("last state (" + state + ") of " + at(ticket.number(), agency) + ", where it is ("
                    + news.getLast().state() + ")");
        }
        if (opened > 1) {
            complaints.duplicated(at(ticket.number(), agency));
        }
    }

    private void repeated(List<AgencyRecord> own) {
        Set<String> events = new HashSet<>();
        own.stream()
                .filter(record -> !events.add(key(record)))
                .forEach(record -> complaints.duplicated(
                        "event " + record.eventId() + " of " + at(record.number(), record.agency())));
    }

    private void faults() {
        told.records().stream()
                .filter(record -> record.ticketId().isEmpty())
                .forEach(record ->
                        complaints.lost(record.change() + " at " + record.agency() + " over " + told.channel()));
    }

    /** Rolled back after it had been told: the agency rides out, and later again for the same report. */
    private void unknown() {
        told.records().stream()
                .filter(record ->
                        !record.ticketId().isEmpty() && !seen.knownTickets().contains(record.ticketId()))
                .map(record -> at(record.number(), record.agency()) + ", which ticket-service does not know")
                .distinct()
                .forEach(complaints::duplicated);
    }

    private void strange() {
        Set<String> parts = seen.tickets().stream()
                .flatMap(ticket -> ticket.agencies().stream().map(agency -> agency + " " + ticket.ticketId()))
                .collect(Collectors.toSet());
        fresh.stream()
                .filter(record -> !parts.contains(record.agency() + " " + record.ticketId()))
                .forEach(record ->
                        complaints.duplicated(at(record.number(), record.agency()) + ", which has no part in it"));
    }

    private List<AgencyRecord> own() {
        Set<String> own = seen.tickets().stream().map(SeenTicket::ticketId).collect(Collectors.toSet());
        return told.records().stream()
                .filter(record -> own.contains(record.ticketId()))
                .toList();
    }

    private String at(String ticket, String agency) {
        return "ticket " + ticket + " at " + agency + " over " + told.channel();
    }

    private static List<AgencyRecord> firstDeliveries(List<AgencyRecord> records) {
        Map<String, AgencyRecord> first = new LinkedHashMap<>();
        records.forEach(record -> first.putIfAbsent(key(record), record));
        return List.copyOf(first.values());
    }

    private static String key(AgencyRecord record) {
        return record.agency() + " " + record.eventId();
    }
}
