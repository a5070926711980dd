package id.tanggap.notification.channel;

import io.smallrye.mutiny.Uni;

/** One way to reach a person. A channel that hangs or is down slows no other. */
public interface Channel {

    ChannelKind kind();

    /** Whether this installation is configured for it; the other methods are only for one that is. */
    boolean offered();

    /**
     * Checks an address before it is kept.
     *
     * @throws IllegalArgumentException if it is none for this channel; says why without repeating it
     */
    void check(String address);

    /** What it may take of this process. */
    ChannelLimits limits();

    /** Attempts under way or waiting for their turn in this process: one more would be answered that it is busy. */
    default int places() {
        return 2 * limits().atOnce();
    }

    /** One attempt, in limited time and without failing. */
    Uni<ChannelResult> send(ChannelMessage message);
}
