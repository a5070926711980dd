package id.tanggap.triage.policy;

/**
 * What other calls say of the same place and time.
 *
 * @param independentCallers other callers nearby who do not move as one with this one
 * @param crowd handsets at one spot that behave as one, such as a schoolyard's: they corroborate nothing
 */
public record Corroboration(int independentCallers, int crowd) {

    public static final Corroboration NONE = new Corroboration(0, 0);
}
