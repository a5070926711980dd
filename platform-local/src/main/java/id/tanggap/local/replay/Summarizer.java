package id.tanggap.local.replay;

import id.tanggap.local.replay.agency.Agencies;
import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.audit.Audit;
import id.tanggap.local.replay.audit.Findings;
import id.tanggap.local.replay.audit.Latencies;
import id.tanggap.local.replay.audit.Latency;
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
            long memoryBytes,
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
                openings(seen, seen.records(Agencies.KAFKA), AgencyRecord::agency),
                toldByChannel(seen),
                count(seen.calls().values().stream(), SeenCall::band),
                Latency.ofNanos(ledger.announcementNanos()),
                Latencies.of(ledger, seen, ticket -> true),
                Latencies.of(ledger, seen, SeenTicket::emergency),
                memoryBytes,
                seen.callBacks().size(),
                seen.advice(),
                ledger.audioChunks(),
                ledger.repeats(),
                retries,
                findings.redelivered(),
                List.copyOf(ledger.refused()),
                findings.lost(),
                findings.duplicated());
    }

    private static Map<String, Long> toldByChannel(Observation seen) {
        Map<String, Long> told = new TreeMap<>();
        seen.told().forEach(one -> told.putAll(openings(seen, one.records(), record -> one.channel())));
        return told;
    }

    /** Of this replay's tickets, redeliveries not counted. */
    private static Map<String, Long> openings(
            Observation seen, List<AgencyRecord> records, Function<AgencyRecord, String> by) {
        Set<String> own = seen.tickets().stream().map(SeenTicket::ticketId).collect(Collectors.toSet());
        return count(
                records.stream()
                        .filter(record -> record.opens() && own.contains(record.ticketId()))
                        .collect(Collectors.toMap(
                                record -> record.agency() + " " + record.eventId(), Function.identity(), (a, b) -> a))
                        .values()
                        .stream(),
                by);
    }

    private static <T> Map<String, Long> count(Stream<T> things, Function<T, String> by) {
        return things.collect(Collectors.groupingBy(
                thing -> by.apply(thing).isEmpty() ? "none" : by.apply(thing), TreeMap::new, Collectors.counting()));
    }
}
