package id.tanggap.ticket.export;

import id.tanggap.ticket.ticket.policy.TicketNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Times as people and standards read them: in whole seconds, with the offset of Jakarta ({@code +07:00}, never {@code Z}). */
public final class Wib {

    private static final ZoneId ZONE = TicketNumber.WIB;
    private static final DateTimeFormatter FORMAT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ssxxx").withZone(ZONE);

    private Wib() {}

    public static String text(Instant at) {
        return FORMAT.format(at);
    }

    /** When this day begins. */
    public static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }
}
