package id.tanggap.triage.silent;

import java.util.Comparator;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in the stream of changes, written {@code transaction.number}; {@code 0} is the beginning. */
public record StreamPosition(long changedIn, long position) implements Comparable<StreamPosition> {

    public static final StreamPosition BEGINNING = new StreamPosition(0, 0);

    private static final Comparator<StreamPosition> ORDER =
            Comparator.comparingLong(StreamPosition::changedIn).thenComparingLong(StreamPosition::position);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,18})\\.(\\d{1,19})");

    /** The position that was written so, or empty. */
    public static Optional<StreamPosition> read(String written) {
        if (written.equals("0")) {
            return Optional.of(BEGINNING);
        }
        Matcher parts = WRITTEN.matcher(written);
        try {
            return parts.matches()
                    ? Optional.of(new StreamPosition(Long.parseLong(parts.group(1)), Long.parseLong(parts.group(2))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    @Override
    public int compareTo(StreamPosition other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return changedIn + "." + position;
    }
}
