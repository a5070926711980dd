package id.tanggap.lab.evaluate;

import id.tanggap.lab.world.sound.Segment;
import id.tanggap.lab.world.sound.Sound;
import id.tanggap.lab.world.sound.Track;
import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Hears a track with a machine's mistakes, the same ones at every moment of a call; what is heard is known to 20 ms, speech
 * before engine before other sounds.
 */
final class Ear {
    private static final int CELL_MS = 20;
    private static final byte SILENCE = 0;
    private static final byte OTHER = 1;
    private static final byte ENGINE = 2;
    private static final byte SPEECH = 3;

    /** Taps nearer than this are one answer; one tap alone is none. As triage's own detector has it, about. */
    private static final int TAP_GROUP_MS = 1_500;

    private final byte[] cells;
    private final boolean[] distress;
    private final List<Segment> keys = new ArrayList<>();
    private final List<Integer> taps = new ArrayList<>();
    private final DoubleSupplier chance;

    /**
     * An ear on one call.
     *
     * @param chance uniform in 0 to 1; one that always gives 1 hears perfectly
     */
    Ear(Track track, DoubleSupplier chance) {
        this.chance = chance;
        int size = (track.lengthMs() + CELL_MS - 1) / CELL_MS;
        cells = new byte[size];
        distress = new boolean[size];
        List<Integer> tapped = new ArrayList<>();
        for (Segment segment : track.segments()) {
            switch (segment.sound()) {
                case SPEECH -> speech(segment, track);
                case ENGINE -> engine(segment);
                case OTHER -> other(segment);
                case CRYING, SIREN -> distress(segment);
                case KEY -> key(segment);
                case TAP -> tap(segment, tapped);
            }
        }
        groups(tapped);
    }

    Heard until(int ms) {
        int end = Math.min(cells.length, ms / CELL_MS);
        int[] counts = new int[4];
        int inDistress = 0;
        int first = -1;
        int longest = 0;
        int running = 0;
        for (int i = 0; i < end; i++) {
            counts[cells[i]]++;
            inDistress += distress[i] ? 1 : 0;
            running = cells[i] == SPEECH ? 0 : running + 1;
            longest = Math.max(longest, running);
            first = first < 0 && cells[i] == SPEECH ? i : first;
        }
        return new Heard(
                time(counts[SPEECH]),
                time(counts[ENGINE]),
                time(counts[OTHER]),
                time(counts[SILENCE]),
                time(inDistress),
                Duration.ZERO,
                first < 0 ? Optional.empty() : Optional.of(time(first)),
                time(longest),
                keys(ms),
                (int) taps.stream().filter(at -> at < ms).count(),
                Heard.LOWEST_LEVEL,
                0);
    }

    private void speech(Segment turn, Track track) {
        double missed = turn.levelDb() < Hearing.WHISPER_BELOW ? Hearing.WHISPER_MISSED : Hearing.CLEAR_SPEECH_MISSED;
        double above = track.segments().stream()
                .filter(each -> each.sound() == Sound.ENGINE || each.sound() == Sound.OTHER)
                .filter(each -> each.startMs() < turn.endMs() && each.endMs() > turn.startMs())
                .mapToDouble(each -> turn.levelDb() - each.levelDb())
                .min()
                .orElse(Double.POSITIVE_INFINITY);
        if (above < 0) {
            missed = Math.max(missed, above < -5 ? Hearing.DROWNED_SPEECH_MISSED : Hearing.COVERED_SPEECH_MISSED);
        }
        if (!happens(missed)) {
            fill(turn, SPEECH);
        }
        if (happens(Hearing.SPEECH_TAKEN_FOR_CRYING)) {
            markDistress(turn);
        }
    }

    private void engine(Segment segment) {
        if (happens(Hearing.ENGINE_TAKEN_FOR_SPEECH)) {
            fill(segment, SPEECH);
        } else {
            fill(segment, happens(Hearing.ENGINE_CONFUSED) ? OTHER : ENGINE);
        }
    }

    private void other(Segment segment) {
        fill(segment, happens(Hearing.ENGINE_CONFUSED) ? ENGINE : OTHER);
        if (happens(Hearing.NOISE_TAKEN_FOR_TAPS)) {
            taps.add(segment.endMs());
        }
    }

    private void distress(Segment segment) {
        fill(segment, OTHER);
        if (!happens(1 - Hearing.CRYING_FOUND)) {
            markDistress(segment);
        }
    }

    private void key(Segment segment) {
        if (!happens(1 - Hearing.KEY_FOUND)) {
            keys.add(segment);
        }
    }

    private void tap(Segment segment, List<Integer> tapped) {
        if (!happens(1 - Hearing.TAP_FOUND)) {
            tapped.add(segment.endMs());
        }
    }

    private void groups(List<Integer> tapped) {
        for (int i = 1; i < tapped.size(); i++) {
            boolean near = tapped.get(i) - tapped.get(i - 1) <= TAP_GROUP_MS;
            boolean more = i > 1 && tapped.get(i - 1) - tapped.get(i - 2) <= TAP_GROUP_MS;
            if (near && !more) {
                taps.add(tapped.get(i));
            }
        }
    }

    private void fill(Segment segment, byte with) {
        for (int i = segment.startMs() / CELL_MS; i < Math.min(cells.length, segment.endMs() / CELL_MS); i++) {
            cells[i] = cells[i] > with ? cells[i] : with;
        }
    }

    private void markDistress(Segment segment) {
        int end = Math.min(distress.length, segment.endMs() / CELL_MS);
        Arrays.fill(distress, Math.min(segment.startMs() / CELL_MS, end), end, true);
    }

    private String keys(int ms) {
        StringBuilder pressed = new StringBuilder();
        keys.stream().filter(key -> key.endMs() <= ms).limit(Heard.MOST_KEYS).forEach(key -> pressed.append(key.key()));
        return pressed.toString();
    }

    private boolean happens(double probability) {
        return chance.getAsDouble() < probability;
    }

    private static Duration time(int cells) {
        return Duration.ofMillis((long) cells * CELL_MS);
    }
}
