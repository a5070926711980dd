package id.tanggap.triage.silent.policy;

/** The usual times of the procedure, as ISO 8601 durations, each with its source. */
public final class Usual {

    private Usual() {}

    /** Listened silence until the prompt: a greeting takes about 4 s, and an answer to it begins within one. Judgement. */
    public static final String SILENCE = "PT5S";

    /** How long to wait for word that the prompt was played: it lasts about 6 s. Judgement. */
    public static final String PROMPT_WAIT = "PT10S";

    /** How long the open line is listened to after the prompt; someone who hides needs time to reach the keys. Judgement. */
    public static final String LISTEN = "PT20S";

    /** Between two call-backs, as long as NFPA 1225 allows for processing a call. */
    public static final String CALL_BACK_GAP = "PT60S";

    /** After how long a call-back of which nothing was told counts as without result. Judgement. */
    public static final String CALL_BACK_WAIT = "PT5M";

    /** How long a report is awaited after the end of a call of which too little was heard; as ticket-service does. */
    public static final String GRACE = "PT15S";

    /** How long nothing may be heard of a call before a person looks; as ticket-service's call-silence. */
    public static final String LOST = "PT30M";

    /** Speech that shows that the caller can speak: "halo" takes about as long. Judgement. */
    public static final String SPOKE = "PT0.5S";

    /** Speech after the prompt that counts as an answer: less, for nobody may be listening. Judgement. */
    public static final String SPEECH = "PT0.3S";

    /** Crying or a siren that counts as a signal. Judgement. */
    public static final String DISTRESS = "PT1S";
}
