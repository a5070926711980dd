package id.tanggap.triage.policy;

/**
 * A caller's past dispositions, each worth less the older it is; zero for a caller without a reference, who is never
 * pooled with others.
 *
 * @param hoaxes decayed count of pranks and silent calls
 * @param genuine decayed count of calls with a real need
 */
public record CallerRecord(double hoaxes, double genuine) {

    public static final CallerRecord CLEAN = new CallerRecord(0, 0);
}
