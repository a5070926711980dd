package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.agency.Agencies;
import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.line.Ledger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** How long reports took to reach the Kafka client of each agency that has a part in them; a ticket that never came is no measurement. */
public final class Latencies {
    private Latencies() {}

    public static Latency of(Ledger ledger, Observation seen, Predicate<SeenTicket> which) {
        List<Long> measured = new ArrayList<>();
        List<AgencyRecord> kafka = seen.records(Agencies.KAFKA);
        for (SeenTicket ticket : seen.tickets()) {
            Ledger.Entry entry = ledger.calls().get(ticket.callId());
            if (entry == null || !which.test(ticket)) {
                continue;
            }
            for (String agency : ticket.agencies()) {
                firstArrival(kafka, ticket, agency)
                        .ifPresent(record -> measured.add(record.receivedNanos() - entry.reportAcceptedNanos()));
            }
        }
        return Latency.ofNanos(measured);
    }

    private static Optional<AgencyRecord> firstArrival(List<AgencyRecord> records, SeenTicket ticket, String agency) {
        return records.stream()
                .filter(record -> record.opens()
                        && record.agency().equals(agency)
                        && record.ticketId().equals(ticket.ticketId()))
                .findFirst();
    }
}
