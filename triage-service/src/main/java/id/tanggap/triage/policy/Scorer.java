package id.tanggap.triage.policy;

/** A model that has an opinion of evidence; which one, the rules above it do not care. */
public interface Scorer {

    /** Names the model in every assessment. */
    String version();

    Opinion opinion(Evidence evidence);
}
