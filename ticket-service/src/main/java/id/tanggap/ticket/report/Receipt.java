package id.tanggap.ticket.report;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What became of a report that was received. */
public sealed interface Receipt {

    /** It has its ticket. */
    record Opened(OpenedTicket ticket) implements Receipt {}

    /** It waits for its assessment until {@code due} at the latest. */
    record Waiting(Instant due) implements Receipt {}

    /** It was received before. */
    record Repeated() implements Receipt {}

    /**
     * A ticket just opened, as the metrics count it.
     *
     * @param category {@code UNKNOWN} for a code that the table does not have: a label must not take any value
     * @param delay from the report's acceptance to its ticket
     */
    record OpenedTicket(List<String> agencies, String category, Duration delay) {}
}
