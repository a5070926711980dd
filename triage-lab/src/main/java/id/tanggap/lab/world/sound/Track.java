package id.tanggap.lab.world.sound;

import java.util.List;

/**
 * What the caller's side of the line sounds like from the answer to the end, as a perfect ear would note it. How well a
 * machine hears it, a whisper under an engine above all, is for the listener to model from the levels.
 *
 * @param segments by start
 */
public record Track(List<Segment> segments, int lengthMs) {
    public static final Track NOTHING = new Track(List.of(), 0);

    public Track {
        segments = List.copyOf(segments);
    }

    /** Milliseconds of this sound heard until then. */
    public int heardMs(Sound sound, int untilMs) {
        int sum = 0;
        for (Segment segment : segments) {
            if (segment.sound() == sound && segment.startMs() < untilMs) {
                sum += Math.min(segment.endMs(), untilMs) - segment.startMs();
            }
        }
        return sum;
    }

    /** Until then, milliseconds in which nothing at all was heard. */
    public int silentMs(int untilMs) {
        int end = Math.min(untilMs, lengthMs);
        int silent = 0;
        int covered = 0;
        for (Segment segment : segments) {
            if (segment.startMs() >= end) {
                break;
            }
            silent += Math.max(0, segment.startMs() - covered);
            covered = Math.max(covered, segment.endMs());
        }
        return silent + Math.max(0, end - covered);
    }

    /** When the sound first begins, in milliseconds since the answer; the track's length if never. */
    public int firstMs(Sound sound) {
        return segments.stream()
                .filter(segment -> segment.sound() == sound)
                .mapToInt(Segment::startMs)
                .findFirst()
                .orElse(lengthMs);
    }

    /** Keys pressed until then, in order. */
    public String keys(int untilMs) {
        StringBuilder keys = new StringBuilder();
        for (Segment segment : segments) {
            if (segment.sound() == Sound.KEY && segment.startMs() < untilMs) {
                keys.append(segment.key());
            }
        }
        return keys.toString();
    }
}
