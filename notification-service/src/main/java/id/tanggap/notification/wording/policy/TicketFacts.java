package id.tanggap.notification.wording.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a message may say of a ticket, as its agency sees it. All texts may be a caller's own words: hostile until cleaned.
 *
 * @param number for people, such as {@code JPR-20250520-0007}
 * @param change what happened to the ticket; an open code
 * @param priority 0..10, 10 highest
 * @param status of the agency's part, NENA-STA-021.1
 * @param missedStep what was due and is not done
 * @param verification what a person found on asking whether it is true; an open code
 * @param callers how many told of it
 */
public record TicketFacts(
        String ticketId,
        String number,
        String change,
        Label category,
        int priority,
        boolean lifeThreat,
        String text,
        Place place,
        Optional<Reporter> reporter,
        String status,
        Optional<String> missedStep,
        Optional<String> verification,
        Optional<Assessment> assessment,
        int callers,
        Instant reportedAt) {

    private static final int URGENT = 8;
    private static final Set<String> NO_TICKETS = Set.of("TEST", "PAUSED", "DISABLED");

    /** A word in both languages. */
    public record Label(String id, String en) {

        String in(Language language) {
            return language.of(id, en);
        }
    }

    /**
     * Where it is; a part that is not known is empty.
     *
     * @param coordinates latitude and longitude, degrees of WGS 84
     * @param disagrees coordinates and names speak of different places
     */
    public record Place(String address, String desa, String kecamatan, String coordinates, boolean disagrees) {}

    /** Who reported; a part that is not known is empty. */
    public record Reporter(String name, String contact) {}

    /**
     * How likely it is a hoax.
     *
     * @param band an open code
     */
    public record Assessment(String band, List<Label> reasons) {}

    /** Whether there is such a ticket: a test and a notice of ours are told in the same form. */
    public boolean isTicket() {
        return !NO_TICKETS.contains(change);
    }

    /** Whether minutes count. */
    public boolean urgent() {
        return priority >= URGENT;
    }

    @Override
    public String toString() {
        return "TicketFacts[number=" + number + ", change=" + change + "]";
    }
}
