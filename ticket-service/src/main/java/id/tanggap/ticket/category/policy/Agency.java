package id.tanggap.ticket.category.policy;

import java.util.Optional;

/**
 * An agency as people know it.
 *
 * @param standIn who acts for it in an emergency while it is off duty
 * @param position where people see it, ascending
 * @param version raised by every change, from 1
 */
public record Agency(
        String id, Category.Label label, DutyHours duty, Optional<String> standIn, int position, long version)
        implements Versioned<Agency> {

    @Override
    public Agency withVersion(long other) {
        return new Agency(id, label, duty, standIn, position, other);
    }
}
