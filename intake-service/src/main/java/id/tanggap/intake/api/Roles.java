package id.tanggap.intake.api;

/** Realm roles. */
final class Roles {

    static final String GATEWAY = "gateway";
    static final String OPERATOR = "operator";
    static final String SUPERVISOR = "supervisor";
    /** The synthetic test call's program; {@link Trials} says what it may. */
    static final String SYNTHETIC = "synthetic";

    private Roles() {}
}
