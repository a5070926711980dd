package id.tanggap.ticket.category;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import java.util.Optional;

/** What the editor saw before the edit: an edit of what somebody else has changed since is refused. */
public sealed interface Precondition {

    /** It did not exist. */
    record Absent() implements Precondition {}

    /** It had this version. */
    record Version(long number) implements Precondition {}

    /** The problem of an edit that comes too late. */
    ProblemType STALE = new ProblemType("stale-version", 412, "This was changed since it was read");

    /** Whether this is to be created. */
    default boolean creates() {
        return this instanceof Absent;
    }

    /** Refuses the edit unless what is kept is what the editor saw. */
    default void check(Optional<Long> kept) {
        switch (this) {
            case Absent() -> {
                if (kept.isPresent()) {
                    throw Problem.of(STALE, "It exists already, with version " + kept.get() + ".");
                }
            }
            case Version(long number) -> {
                long now = kept.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is nothing to change."));
                if (now != number) {
                    throw Problem.of(STALE, "Its version is " + now + " by now; read it again.");
                }
            }
        }
    }
}
