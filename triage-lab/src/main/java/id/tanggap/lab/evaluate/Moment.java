package id.tanggap.lab.evaluate;

import id.tanggap.triage.policy.Evidence;

/**
 * A call's evidence at one moment, without the operator's disposition.
 *
 * @param ms since the answer
 * @param milestone whether it is 3, 5 or 10 s or the end, at which models learn and calibration is measured
 */
record Moment(int ms, boolean milestone, Evidence evidence) {}
