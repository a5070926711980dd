package id.tanggap.ticket.api;

/** Realm roles. */
final class Roles {

    static final String GATEWAY = "gateway";
    static final String OPERATOR = "operator";
    static final String SUPERVISOR = "supervisor";
    static final String AGENCY = "agency";
    static final String OPERATIONS = "operations";

    private Roles() {}
}
