package id.tanggap.triage.model;

/** Which way more of a feature may move a log-odds; sense demands it, so no data can teach otherwise. */
public enum Direction {
    /** Never up. */
    DOWN,
    /** Never down. */
    UP,
    FREE;

    boolean allows(double step) {
        return switch (this) {
            case DOWN -> step <= 0;
            case UP -> step >= 0;
            case FREE -> true;
        };
    }
}
