package id.tanggap.ticket.ticket.policy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** The number that people say on the telephone: {@code JPR-20250520-0007}, counted by the day on which the report was received. */
public record TicketNumber(String prefix, LocalDate day, int ordinal) {

    /** Western Indonesian time: the day of the people who read the number. */
    public static final ZoneId WIB = ZoneId.of("Asia/Jakarta");

    public TicketNumber {
        if (ordinal < 1) {
            throw new IllegalArgumentException("numbers start at 1, was " + ordinal);
        }
    }

    /** The day whose counter a report received then belongs to. */
    public static LocalDate dayOf(Instant receivedAt) {
        return LocalDate.ofInstant(receivedAt, WIB);
    }

    /** At least four digits; a day with ten thousand reports goes on with five. */
    @Override
    public String toString() {
        return "%s-%s-%04d".formatted(prefix, DateTimeFormatter.BASIC_ISO_DATE.format(day), ordinal);
    }
}
