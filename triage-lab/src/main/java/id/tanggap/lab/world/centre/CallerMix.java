package id.tanggap.lab.world.centre;

/**
 * Who the callers are; judgements where the centre's sources say nothing.
 *
 * @param simLess share of handsets without a SIM (children get the old telephone)
 * @param withheld share of handsets that hide their number
 * @param returning share of pranks and silent calls by a handset that did so before
 * @param family share of genuine calls from a handset with which a child plays, and the other way round
 */
public record CallerMix(double simLess, double withheld, double returning, double family) {}
