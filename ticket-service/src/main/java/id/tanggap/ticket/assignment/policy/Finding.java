package id.tanggap.ticket.assignment.policy;

/** What an agency found where it was sent; triage learns from it whether the call was worth it. */
public enum Finding {
    /** What was reported, or what was left of it. */
    FOUND,
    NOTHING_THERE,
    /** What was reported, known from another ticket already. */
    DUPLICATE,
    /** Not this agency's: another one was named and has it now. */
    REFERRED
}
