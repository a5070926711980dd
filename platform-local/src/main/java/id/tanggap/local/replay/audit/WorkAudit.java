package id.tanggap.local.replay.audit;

import java.util.List;

/** Whether all that agencies said of their parts took effect: each has worked its own to the end. */
final class WorkAudit {
    private static final String DONE = "Closed";

    private WorkAudit() {}

    static void add(List<SeenTicket> tickets, Complaints complaints) {
        for (SeenTicket ticket : tickets) {
            ticket.states().forEach((agency, state) -> {
                if (!state.startsWith(DONE)) {
                    complaints.lost("work of " + agency + " on ticket " + ticket.number() + " (" + state + ")");
                }
            });
        }
    }
}
