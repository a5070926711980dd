package id.tanggap.ticket.support;

import java.util.Map;

/** Makes a ticket the way the system does: by a report. */
public final class Opened {

    private Opened() {}

    /** The id of the ticket of this report, once it is on the topic of everybody. */
    public static String ticketOf(Events events, Map<String, Object> report) {
        try (Topic tickets = Topic.tickets()) {
            events.report(report);
            return tickets.awaitOne(node -> node.path("reportId").asText().equals(report.get("reportId")))
                    .path("ticketId")
                    .asText();
        }
    }
}
