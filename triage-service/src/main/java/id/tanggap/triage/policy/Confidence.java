package id.tanggap.triage.policy;

/** Whether no person needs to call a caller back. */
final class Confidence {

    private Confidence() {}

    /**
     * A report carries the matter on, an operator has finished with the caller, or the caller was silent as so often before
     * and no rule speaks for them. Silence alone is never enough, not even if machine and operator agree on it: both observe
     * the same silence, and one in a hundred is in distress. A key press or a tap always deserves a person.
     */
    static boolean of(Evidence evidence, double likelihood, boolean ruled) {
        if (evidence.said().reported()) {
            return true;
        }
        if (evidence.keyPressed() || evidence.heard().taps() > 0) {
            return false;
        }
        Disposition said = evidence.disposition().orElse(null);
        if (said == Disposition.INFORMATION || said == Disposition.TEST || said == Disposition.PRANK) {
            return true;
        }
        boolean silent = said == Disposition.GHOST || Line.quietForLong(evidence) && !Line.someSpeech(evidence);
        return silent
                && !ruled
                && evidence.record().hoaxesByHabit()
                && likelihood >= Limits.CONFIDENT_FROM
                && evidence.status().isOver();
    }
}
