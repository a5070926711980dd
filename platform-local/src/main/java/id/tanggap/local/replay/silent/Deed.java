package id.tanggap.local.replay.silent;

/** What came of an advice. */
public enum Deed {
    PROMPT_PLAYED,
    /** The prompt was advised, but the caller had hung up or did so while it was played. */
    HUNG_UP_BEFORE_PROMPT,
    LINE_KEPT_OPEN,
    RUNG_BACK,
    LEFT_TO_A_PERSON,
    CONNECTED_TO_AN_OPERATOR,
    /** Another advice on the call came before this one could be followed. */
    OVERTAKEN
}
