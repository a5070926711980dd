package id.tanggap.local.replay;

/** Something to do before a call begins; calls that run, run on, and the scenario's clock does not count the time. */
@FunctionalInterface
public interface BeforeCall {
    BeforeCall NOTHING = ordinal -> {};

    /** {@code ordinal}: the call's, from 1. */
    void accept(int ordinal) throws InterruptedException;
}
