package id.tanggap.triage.silent.policy;

/** Where the procedure for a silent call stands. */
public enum Step {
    /** Answered; nobody has spoken yet, and it is not silent for long yet. */
    WATCHING(Advice.NOTHING),
    PROMPT(Advice.PLAY_PROMPT),
    LISTENING(Advice.KEEP_LINE_OPEN),
    CALL_BACK_1(Advice.RING_BACK),
    CALL_BACK_2(Advice.RING_BACK),
    PERSON(Advice.A_PERSON_DECIDES),
    PERSON_NOW(Advice.CONNECT_NOW),
    /** The procedure is over; the call is whatever it is. */
    CLOSED(Advice.NOTHING);

    private final Advice advice;

    Step(Advice advice) {
        this.advice = advice;
    }

    public Advice advice() {
        return advice;
    }

    /** Whether the matter lies with a person. */
    public boolean isWithPerson() {
        return this == PERSON || this == PERSON_NOW;
    }
}
