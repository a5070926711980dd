package id.tanggap.local.replay.audit;

import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.PlannedReport;
import java.util.List;
import java.util.Map;

/** Compares who was told who reported with who must know it: they can ring back, and nobody else learns a name. */
final class ReporterAudit {
    /** Stands in for an agency that is off duty or does not answer, and sees reporters anyway. */
    private static final String COMMAND_CENTRE = "pusat";

    private ReporterAudit() {}

    static void add(Map<String, Ledger.Entry> accepted, Told told, List<SeenTicket> tickets, Complaints complaints) {
        for (SeenTicket ticket : tickets) {
            Ledger.Entry entry = accepted.get(ticket.callId());
            if (entry != null) {
                entry.plan().report().ifPresent(report -> ticket(ticket, report, told, complaints));
            }
        }
    }

    private static void ticket(SeenTicket ticket, PlannedReport report, Told told, Complaints complaints) {
        for (AgencyRecord news : told.records()) {
            if (!news.ticketId().equals(ticket.ticketId()) || news.agency().equals(COMMAND_CENTRE)) {
                continue;
            }
            String where =
                    "reporter of ticket %s at %s over %s".formatted(ticket.number(), news.agency(), told.channel());
            if (report.reporterToldTo().contains(news.agency())) {
                if (!news.reporter().equals(report.reporter())) {
                    complaints.lost(where);
                }
            } else if (!news.reporter().isEmpty()) {
                complaints.duplicated(where + ", which need not know");
            }
        }
    }
}
