package id.tanggap.triage.silent.policy;

/** What was already acted on: only what goes beyond it is news. */
public record Known(Signals signals, Word word) {

    public static final Known NOTHING = new Known(Signals.NONE, Word.NONE);
}
