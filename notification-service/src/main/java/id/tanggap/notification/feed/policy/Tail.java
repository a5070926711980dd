package id.tanggap.notification.feed.policy;

import java.util.List;
import java.util.stream.Stream;

/**
 * The end of a feed as far as it was read: everything that the feed has between two positions.
 *
 * @param after everything later than this, up to the last entry, is here
 * @param entries in the order of their positions, at least one
 * @param <E> an entry
 */
public record Tail<E extends Tail.Placed>(long after, List<E> entries) {

    /** Something with a place in a feed. */
    public interface Placed {

        long position();
    }

    public Tail {
        entries = List.copyOf(entries);
    }

    private long last() {
        return entries.getLast().position();
    }

    /** Whether somebody who has everything up to this position finds the next entry here. */
    public boolean holds(long position) {
        return after <= position && position < last();
    }

    /** What comes after this position, which is {@linkplain #holds held}. */
    public List<E> following(long position) {
        return entries.stream().filter(entry -> entry.position() > position).toList();
    }

    /** This together with what was read meanwhile, of both together the newest {@code limit} entries. What was read further back is left out. */
    public Tail<E> with(Tail<E> read, int limit) {
        if (read.last() <= last()) {
            return this;
        }
        if (!holds(read.after) && read.after != last()) {
            return read;
        }
        List<E> all =
                Stream.concat(entries.stream(), read.following(last()).stream()).toList();
        int dropped = Math.max(0, all.size() - limit);
        return new Tail<>(dropped == 0 ? after : all.get(dropped - 1).position(), all.subList(dropped, all.size()));
    }
}
