package id.tanggap.local.replay;

/** Something to do just before a call begins, while the scenario's clock stands still; calls that run, run on. */
@FunctionalInterface
public interface BeforeCall {
    BeforeCall NOTHING = ordinal -> {};

    /** {@code ordinal}: the call's, from 1. */
    void accept(int ordinal);
}
