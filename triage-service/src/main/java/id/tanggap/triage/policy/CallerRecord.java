package id.tanggap.triage.policy;

/**
 * A caller's past, each call worth less the older it is; {@link #UNKNOWN} for withheld and SIM-less numbers, which are never
 * pooled.
 *
 * @param known whether the caller can be told from others at all
 * @param ghosts decayed count of calls that an operator found silent
 * @param pranks decayed count of pranks
 * @param tests decayed count of trials
 * @param information decayed count of questions
 * @param genuine decayed count of calls with a real need, as the operator said
 * @param confirmed decayed count of those where an agency found it so
 * @param unfounded decayed count of those where an agency found nothing
 * @param callsLastHour other calls in the hour before this one
 * @param callsLastDay other calls in the day before this one
 * @param abandonedShare decayed share, 0 to 1, of earlier calls that were given up before the answer
 * @param firstEver whether no earlier call of this caller is known
 */
public record CallerRecord(
        boolean known,
        double ghosts,
        double pranks,
        double tests,
        double information,
        double genuine,
        double confirmed,
        double unfounded,
        double callsLastHour,
        double callsLastDay,
        double abandonedShare,
        boolean firstEver) {

    public static final CallerRecord UNKNOWN = new CallerRecord(false, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false);

    /** A known caller of whom nothing else is known. */
    public static final CallerRecord CLEAN = new CallerRecord(true, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, false);

    /** Pranks, and silent calls at half: a pocket dials too, and a silent caller may be one who could not speak. */
    public double hoaxes() {
        return pranks + ghosts / 2;
    }

    /** Whether hoaxes are all that is known of this caller, and several of them. */
    boolean hoaxesByHabit() {
        return hoaxes() >= Limits.REPEATED && genuine == 0 && confirmed == 0;
    }
}
