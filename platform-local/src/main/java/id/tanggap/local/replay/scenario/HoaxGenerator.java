package id.tanggap.local.replay.scenario;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * The 75 hoaxes, from a fixed seed: children and idlers who call again a few minutes later, one in seven with the number
 * withheld, at most three calls at a time because three operators answer.
 */
final class HoaxGenerator {
    private static final int SILENT = 56;
    private static final int EXHAUST = 12;
    private static final int PRANK = 7;
    private static final int ABANDONED = 4;
    private static final int OPERATORS = 3;
    private static final Duration WRAP_UP = Duration.ofSeconds(20);

    private final Random random = new Random(112);
    private final LocalDate firstDay;
    private final List<Place> areas;
    private final List<PlannedCall> all;
    private int callers;

    HoaxGenerator(LocalDate firstDay, List<Place> areas, List<PlannedCall> genuine) {
        this.firstDay = firstDay;
        this.areas = areas;
        this.all = new ArrayList<>(genuine);
    }

    List<PlannedCall> generate() {
        List<PlannedCall> hoaxes = new ArrayList<>();
        hoaxes.addAll(callsOf(Kind.SILENT, SILENT));
        hoaxes.addAll(callsOf(Kind.EXHAUST, EXHAUST));
        hoaxes.addAll(callsOf(Kind.PRANK, PRANK));
        return hoaxes;
    }

    private List<PlannedCall> callsOf(Kind kind, int count) {
        List<PlannedCall> made = new ArrayList<>();
        while (made.size() < count) {
            boolean again = !made.isEmpty() && random.nextInt(100) < 45;
            boolean abandoned = kind == Kind.SILENT && made.size() % (SILENT / ABANDONED) == SILENT / ABANDONED - 1;
            PlannedCall call = again ? repeated(made.getLast(), abandoned) : fresh(kind, abandoned);
            if (fits(call)) {
                made.add(call);
                all.add(call);
            }
        }
        return made;
    }

    private PlannedCall fresh(Kind kind, boolean abandoned) {
        Instant start = OpeningHours.opening(firstDay.plusDays(random.nextInt(2)))
                .plusSeconds(60 + random.nextInt(14 * 3600 - 120));
        Optional<String> number = random.nextInt(7) == 0
                ? Optional.empty()
                : Optional.of(written("836000020%02d".formatted(callers++ % 100)));
        return call(kind, start, number, areas.get(random.nextInt(areas.size())), abandoned);
    }

    private PlannedCall repeated(PlannedCall before, boolean abandoned) {
        Instant start = before.endedAt().plusSeconds(60 + random.nextInt(360));
        return call(before.kind(), start, before.number(), before.place(), abandoned);
    }

    private PlannedCall call(Kind kind, Instant start, Optional<String> number, Place place, boolean abandoned) {
        int ring = abandoned ? 12 + random.nextInt(14) : 3 + random.nextInt(7);
        int talk =
                switch (kind) {
                    case SILENT -> abandoned ? 0 : 8 + random.nextInt(17);
                    case EXHAUST -> 6 + random.nextInt(10);
                    default -> 8 + random.nextInt(16);
                };
        String sound =
                switch (kind) {
                    case SILENT -> "silence";
                    case EXHAUST -> "exhaust";
                    default -> "prank-" + (1 + random.nextInt(2));
                };
        return new PlannedCall(
                0,
                kind,
                start,
                Duration.ofSeconds(ring),
                Duration.ofSeconds(talk),
                abandoned,
                number,
                sound,
                "",
                place,
                Optional.empty());
    }

    /** Trunks write one number in several ways. */
    private String written(String national) {
        return switch (random.nextInt(3)) {
            case 0 -> "+62" + national;
            case 1 -> "0062" + national;
            default -> "0" + national;
        };
    }

    private boolean fits(PlannedCall call) {
        long meanwhile = all.stream()
                .filter(other -> other.startedAt().isBefore(call.endedAt().plus(WRAP_UP))
                        && call.startedAt().isBefore(other.endedAt().plus(WRAP_UP)))
                .count();
        return meanwhile < OPERATORS
                && OpeningHours.open(call.startedAt())
                && OpeningHours.open(call.endedAt().plus(WRAP_UP));
    }
}
