package id.tanggap.triage.learning.train;

/**
 * How to train.
 *
 * @param ridge penalty on the squared step between two knots, in samples: a step that fewer speak for stays small
 * @param heldOutOf one in this many callers is held out for calibration
 */
public record TrainingPlan(double ridge, int heldOutOf) {

    /** Judgement: a step of 1 log-odds must be worth two samples; a fifth held out leaves calibration its two numbers. */
    public static final TrainingPlan USUAL = new TrainingPlan(2, 5);

    /** Whether this group is held out; the same answer on each run and machine. */
    public boolean holdsOut(String group) {
        int mixed = group.hashCode() * 0x9E3779B9;
        return Math.floorMod(mixed ^ mixed >>> 15, heldOutOf) == 0;
    }
}
