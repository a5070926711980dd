package id.tanggap.triage.model;

/** The three questions of the model, each with a log-odds of its own. */
public enum Dichotomy {
    /** Hoax, or a need: this one is the score. */
    HOAX,
    /** Given a hoax: a silent call, or a prank. */
    GHOST,
    /** Given a need: a question, or an emergency. */
    INFORMATION
}
