package id.tanggap.ticket.history;

/**
 * Who changed a ticket.
 *
 * @param name of a person's account, a machine's or a service
 */
public record Actor(String name, Role role) {

    /** As what. */
    public enum Role {
        OPERATOR,
        SUPERVISOR,
        AGENCY,
        SERVICE
    }

    /** One of the services, of itself. */
    public static Actor service(String name) {
        return new Actor(name, Role.SERVICE);
    }
}
