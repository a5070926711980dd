package id.tanggap.ticket.category.policy;

import java.time.LocalDate;

/**
 * A day on which offices are closed in all of Indonesia.
 *
 * @param day of western Indonesian time
 * @param version raised by every change, from 1
 */
public record Holiday(LocalDate day, Category.Label label, Kind kind, long version) implements Versioned<Holiday> {

    /** By what it is one: both close offices. */
    public enum Kind {
        /** Hari libur nasional. */
        NATIONAL,
        /** Cuti bersama. */
        COLLECTIVE_LEAVE
    }

    @Override
    public Holiday withVersion(long other) {
        return new Holiday(day, label, kind, other);
    }
}
