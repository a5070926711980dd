package id.tanggap.local.replay;

import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.audit.Audit;
import id.tanggap.local.replay.audit.Findings;
import id.tanggap.local.replay.audit.Latencies;
import id.tanggap.local.replay.audit.Observation;
import id.tanggap.local.replay.audit.SeenCall;
import id.tanggap.local.replay.audit.SeenTicket;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.Scenario;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts a replay's summary. */
final class Summarizer {
    private static final Set<String> HOAX = Set.of("GHOST", "PRANK", "TEST");

    private Summarizer() {}

    static ReplaySummary summarize(
            Scenario scenario,
            String runId,
            double speed,
            Duration time,
            Ledger ledger,
            Observation seen,
            long retries) {
        Findings findings = Audit.of(ledger, seen);
        Map<String, Long> dispositions = count(seen.calls().values().stream(), SeenCall::disposition);
        return new ReplaySummary(
                scenario.name(),
                runId,
                speed,
                time.toMillis() / 1000.0,
                scenario.calls().size(),
                scenario.hoaxes(),
                scenario.genuine(),
                seen.listed().size(),
                dispositions.entrySet().stream()
                        .filter(entry -> HOAX.contains(entry.getKey()))
                        .mapToLong(Map.Entry::getValue)
                        .sum(),
                seen.tickets().size(),
                dispositions,
                count(
                        seen.tickets().stream(),
                        ticket -> ticket.agencies().isEmpty()
                                ? ""
                                : ticket.agencies().getFirst()),
                copies(seen),
                count(seen.calls().values().stream(), SeenCall::band),
                Latencies.of(ledger, seen, ticket -> true),
                Latencies.of(ledger, seen, SeenTicket::emergency),
                ledger.audioChunks(),
                ledger.repeats(),
                retries,
                findings.redelivered(),
                List.copyOf(ledger.refused()),
                findings.lost(),
                findings.duplicated());
    }

    private static Map<String, Long> copies(Observation seen) {
        Set<String> own = seen.tickets().stream().map(SeenTicket::ticketId).collect(Collectors.toSet());
        return count(
                seen.records().stream()
                        .filter(record -> record.opens() && own.contains(record.ticketId()))
                        .collect(Collectors.toMap(
                                record -> record.agency() + " " + record.eventId(), Function.identity(), (a, b) -> a))
                        .values()
                        .stream(),
                AgencyRecord::agency);
    }

    private static <T> Map<String, Long> count(Stream<T> things, Function<T, String> by) {
        return things.collect(Collectors.groupingBy(
                thing -> by.apply(thing).isEmpty() ? "none" : by.apply(thing), TreeMap::new, Collectors.counting()));
    }
}
