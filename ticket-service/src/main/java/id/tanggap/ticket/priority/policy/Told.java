package id.tanggap.ticket.priority.policy;

import java.util.Set;

/**
 * What was told of how urgent it is.
 *
 * @param lifeThreat the operator's word: a life is at stake
 * @param signs what the text says besides
 */
public record Told(boolean lifeThreat, Set<Sign> signs) {

    /** A report's. */
    public static Told of(boolean lifeThreat, String text) {
        return new Told(lifeThreat, SignReader.read(text));
    }
}
