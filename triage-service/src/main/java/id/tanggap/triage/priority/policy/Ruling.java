package id.tanggap.triage.priority.policy;

/** What the policy says to a wish. */
public sealed interface Ruling {

    /** It is to be so. */
    record Granted(Restriction restriction) implements Ruling {}

    /** It is so already. */
    record Already() implements Ruling {}

    /** It cannot be; the reason is for the person who asked. */
    record Refused(String why) implements Ruling {}
}
