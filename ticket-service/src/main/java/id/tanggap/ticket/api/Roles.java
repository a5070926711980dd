package id.tanggap.ticket.api;

/** Realm roles. */
final class Roles {

    static final String GATEWAY = "gateway";
    static final String OPERATOR = "operator";
    static final String SUPERVISOR = "supervisor";
    /** Administers an agency, and works its tickets. */
    static final String AGENCY = "agency";
    /** Works an agency's tickets. */
    static final String OFFICER = "officer";

    static final String OPERATIONS = "operations";

    private Roles() {}
}
