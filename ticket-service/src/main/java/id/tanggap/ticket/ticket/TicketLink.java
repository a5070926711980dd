package id.tanggap.ticket.ticket;

import java.util.UUID;

/** A ticket's relation to another one, in the words of NENA's EIDO. */
public record TicketLink(Kind kind, UUID ticketId, String number) {

    /** What the other one is to it. */
    public enum Kind {
        /** It was merged into the other, which replaces it. */
        PARENT,
        /** The other was merged into it. */
        CHILD,
        /** They have to do with each other, and both go on. */
        RELATED
    }
}
