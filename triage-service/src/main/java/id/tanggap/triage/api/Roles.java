package id.tanggap.triage.api;

/** Realm roles. */
final class Roles {

    static final String GATEWAY = "gateway";
    static final String OPERATOR = "operator";
    static final String SUPERVISOR = "supervisor";

    private Roles() {}
}
