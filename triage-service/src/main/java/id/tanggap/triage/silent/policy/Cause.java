package id.tanggap.triage.silent.policy;

/** Why the procedure took a step; a name never changes its meaning. */
public enum Cause {
    ANSWERED,
    SILENCE,
    PROMPT_PLAYED,
    /** Advised, but nobody told that it was played. */
    PROMPT_NOT_TOLD,
    NO_SIGNAL,
    LINE_ENDED,
    /** Nothing more was heard of a call that should have ended. */
    LOST_TRACK,
    NO_NUMBER,
    NOT_REACHED,
    NO_RESULT,
    KEY,
    TAP,
    DISTRESS,
    SPEECH_AFTER_PROMPT,
    /** The caller spoke or signalled when rung back. */
    ANSWER_TO_CALL_BACK,
    SPOKE,
    DISPOSED,
    DECIDED,
    REPORTED,
    GENUINE;

    /** Whether a person has taken the call for genuine: no later signal can add to that. */
    public boolean isFinal() {
        return this == REPORTED || this == GENUINE;
    }
}
