package id.tanggap.local.replay.scenario;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Calls of one or more days, in order of time. */
public record Scenario(String name, LocalDate firstDay, List<PlannedCall> calls) {
    public Scenario {
        calls = List.copyOf(calls);
    }

    public long hoaxes() {
        return calls.stream().filter(call -> call.kind().hoax()).count();
    }

    public long genuine() {
        return calls.size() - hoaxes();
    }

    /** What operators will write down. */
    public Set<String> reportTexts() {
        return calls.stream()
                .flatMap(call -> call.report().stream())
                .map(PlannedReport::text)
                .collect(Collectors.toUnmodifiableSet());
    }
}
