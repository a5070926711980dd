package id.tanggap.lab;

import id.tanggap.lab.world.Habit;
import id.tanggap.lab.world.Kind;
import id.tanggap.lab.world.LineIdentity;
import id.tanggap.lab.world.ObservedCall;
import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.lab.world.Truth;
import id.tanggap.lab.world.centre.CentreProfile;
import id.tanggap.lab.world.sound.Sound;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Counts a world by truth, operator's word, habit, caller and hour, for a person to judge it. */
final class WorldSummary {
    private static final ZoneOffset WIB = ZoneOffset.ofHours(7);

    private final CentreProfile centre;
    private final List<SimulatedCall> calls;
    private final List<SimulatedCall> answered;

    WorldSummary(CentreProfile centre, List<SimulatedCall> calls) {
        this.centre = centre;
        this.calls = calls;
        this.answered =
                calls.stream().filter(call -> !call.observed().abandoned()).toList();
    }

    String text() {
        StringBuilder text = new StringBuilder();
        line(text, "Simulated calls of %s. Public: %s.", centre.name(), centre.sources());
        line(
                text,
                "%,d calls, %,d answered, dropped %.1f%%",
                calls.size(),
                answered.size(),
                100.0 * (calls.size() - answered.size()) / Math.max(1, calls.size()));
        line(text, "%nAnswered, by what they are%38s%9s%9s", "tallied", "public*", "operator");
        for (Kind kind : Kind.values()) {
            line(
                    text,
                    "  %-12s %,9d %6.2f%%  life-threat %,5d %14.2f%% %7.2f%% %7.2f%%",
                    kind,
                    truly(kind),
                    share(truly(kind)),
                    count(call -> call.truth().kind() == kind && call.truth().lifeThreat()),
                    share(count(call -> call.truth().tally() == kind)),
                    100 * centre.tallied().getOrDefault(kind, 0.0),
                    said(kind));
        }
        line(text, "  * once the novelty is gone; those who cannot speak are tallied as silent");
        line(
                text,
                "  cannot speak %,d, of which give a sign %,d (%.2f%% of silent calls)",
                count(call -> call.truth().cannotSpeak()),
                count(WorldSummary::sign),
                100.0
                        * count(WorldSummary::sign)
                        / Math.max(1, count(call -> call.truth().tally() == Kind.GHOST)));
        habits(text);
        callers(text);
        hours(text);
        return text.toString();
    }

    private void habits(StringBuilder text) {
        line(text, "%nAnswered, by habit%25s%12s", "calls", "median talk");
        for (Habit habit : Habit.values()) {
            long[] talk = answered.stream()
                    .filter(call -> call.truth().habit() == habit)
                    .mapToLong(call -> call.observed().talk().toMillis())
                    .sorted()
                    .toArray();
            line(
                    text,
                    "  %-20s %,19d %9.1f s",
                    habit,
                    talk.length,
                    talk.length == 0 ? 0 : talk[talk.length / 2] / 1000.0);
        }
    }

    private void callers(StringBuilder text) {
        line(text, "%nCallers");
        for (LineIdentity identity : LineIdentity.values()) {
            line(
                    text,
                    "  %-20s %,19d %6.1f%%",
                    identity,
                    count(c -> c.observed().identity() == identity),
                    share(count(c -> c.observed().identity() == identity)));
        }
        line(
                text,
                "  %,d numbers; by a number that called before: genuine %.0f%%, hoax %.0f%%",
                answered.stream()
                        .flatMap(call -> call.observed().caller().stream())
                        .distinct()
                        .count(),
                100 * again(call -> call.truth().kind() == Kind.GENUINE),
                100 * again(call -> call.truth().kind().hoax()));
    }

    private void hours(StringBuilder text) {
        line(text, "%nAnswered, by hour (WIB)%10s%9s%9s%9s%9s", "GENUINE", "INFORM.", "GHOST", "PRANK", "TEST");
        for (int hour = 0; hour < 24; hour++) {
            int at = hour;
            long[] byKind = Arrays.stream(Kind.values())
                    .mapToLong(kind -> count(call -> call.truth().kind() == kind
                            && call.observed().startedAt().atOffset(WIB).getHour() == at))
                    .toArray();
            line(text, "  %02d %,29d%,9d%,9d%,9d%,9d", hour, byKind[0], byKind[1], byKind[2], byKind[3], byKind[4]);
        }
    }

    private double again(Predicate<SimulatedCall> which) {
        Set<String> seen = new HashSet<>();
        long all = 0;
        long again = 0;
        for (SimulatedCall call : calls) {
            boolean known = call.observed().caller().filter(seen::contains).isPresent();
            call.observed().caller().ifPresent(seen::add);
            if (which.test(call) && !call.observed().abandoned()) {
                all++;
                again += known ? 1 : 0;
            }
        }
        return (double) again / Math.max(1, all);
    }

    private static boolean sign(SimulatedCall call) {
        Truth truth = call.truth();
        ObservedCall observed = call.observed();
        return truth.cannotSpeak()
                && Stream.of(Sound.KEY, Sound.TAP)
                        .anyMatch(sound ->
                                observed.track().heardMs(sound, observed.track().lengthMs()) > 0);
    }

    private double said(Kind kind) {
        String word = kind == Kind.GENUINE ? "NORMAL" : kind.name();
        return share(count(call -> call.observed()
                .disposition()
                .filter(said -> said.what().name().equals(word))
                .isPresent()));
    }

    private long truly(Kind kind) {
        return count(call -> call.truth().kind() == kind);
    }

    private long count(Predicate<SimulatedCall> which) {
        return answered.stream().filter(which).count();
    }

    private double share(long count) {
        return 100.0 * count / Math.max(1, answered.size());
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(format.formatted(values)).append(System.lineSeparator());
    }
}
