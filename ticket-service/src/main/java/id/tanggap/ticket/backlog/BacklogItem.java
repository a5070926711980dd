package id.tanggap.ticket.backlog;

import id.tanggap.ticket.callback.CallbackView;
import id.tanggap.ticket.ticket.TicketView;
import java.time.Instant;
import java.util.Optional;

/**
 * What came in outside service hours and is still to be looked through: either a ticket or a caller to be rung back.
 *
 * @param since when it came in
 */
public record BacklogItem(Kind kind, Instant since, Optional<TicketView> ticket, Optional<CallbackView> callBack) {

    /** Which of both it is. */
    public enum Kind {
        TICKET,
        CALL_BACK
    }
}
