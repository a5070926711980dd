package id.tanggap.ticket.priority.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/**
 * Finds how urgent a report is: the category says what is usual, the operator's word and the text may raise it. Nothing that
 * was said lowers it, and how likely a hoax it is has no part in it. The levels are ours; EIDO says only that 10 is the
 * highest.
 */
public final class PriorityPolicy {

    /** From here on a ticket is an emergency, as each category that is one. */
    public static final int EMERGENCY = 7;

    public static final int HIGHEST = 10;

    static final int LIFE_THREAT = 9;
    static final int TEXT_LIFE = 8;
    static final int TEXT_MANY = 8;

    private PriorityPolicy() {}

    /**
     * The priority of a report.
     *
     * @param usual the category's, 0 to 10
     * @param emergency whether the category is one whatever was said
     */
    public static Priority of(int usual, boolean emergency, Told told) {
        List<PriorityReason> reasons = new ArrayList<>(List.of(PriorityReason.CATEGORY));
        int level = usual;
        boolean urgent = emergency;
        if (told.lifeThreat()) {
            reasons.add(PriorityReason.LIFE_THREAT);
            // A step above its own kind, where that is urgent anyway.
            level = Math.max(LIFE_THREAT, usual + 1);
            urgent = true;
        } else if (told.signs().contains(Sign.LIFE)) {
            reasons.add(PriorityReason.TEXT_LIFE);
            level = Math.max(TEXT_LIFE, usual);
            urgent = true;
        }
        if (told.signs().contains(Sign.DISASTER) && !emergency) {
            reasons.add(PriorityReason.TEXT_DISASTER);
            level = Math.max(EMERGENCY, level);
            urgent = true;
        }
        if (told.signs().contains(Sign.MANY) && urgent) {
            reasons.add(PriorityReason.TEXT_MANY);
            level = Math.max(TEXT_MANY, level + 1);
        }
        if (told.signs().contains(Sign.CHILDREN)) {
            reasons.add(PriorityReason.TEXT_CHILDREN);
            level++;
        }
        return new Priority(Math.min(HIGHEST, level), urgent, List.copyOf(reasons));
    }

    /** The priority that a person of the command centre has set. */
    public static Priority set(int level) {
        return new Priority(level, level >= EMERGENCY, List.of(PriorityReason.OPERATOR));
    }

    /**
     * The least level that this person may set, empty if any. Where a life is at stake only a supervisor goes below an
     * emergency: a slip of the hand must not put such a ticket at the end of a line.
     */
    public static OptionalInt leastFor(boolean supervisor, boolean lifeThreat) {
        return lifeThreat && !supervisor ? OptionalInt.of(EMERGENCY) : OptionalInt.empty();
    }
}
