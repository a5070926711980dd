package id.tanggap.local.bench;

import java.util.Locale;
import java.util.Map;

/**
 * What the system costs.
 *
 * @param calls that were played
 * @param tickets that they led to
 * @param heardSeconds of sound that came with all of them, in pieces of a second each
 * @param idleCores by member, while nobody calls
 * @param secondsPerCall of one core, by member, over what it takes while nobody calls
 * @param memoryBytes resident after it, by member
 * @param databaseBytes that each database grew by for a call
 * @param topicBytes that each kind of topics grew by for a call
 */
public record Cost(
        long calls,
        long tickets,
        long heardSeconds,
        Map<String, Double> idleCores,
        Map<String, Double> secondsPerCall,
        Map<String, Long> memoryBytes,
        Map<String, Long> databaseBytes,
        Map<String, Long> topicBytes) {

    public String text() {
        StringBuilder text = new StringBuilder("What a call costs, of %d calls with %d s of sound and %d tickets:%n"
                .formatted(calls, heardSeconds, tickets));
        text.append("  %-24s %14s %18s %10s%n".formatted("", "core s a call", "cores at rest", "MiB"));
        secondsPerCall.forEach((member, seconds) ->
                line(text, member, seconds, idleCores.get(member), memoryBytes.getOrDefault(member, 0L)));
        line(
                text,
                "together",
                sum(secondsPerCall),
                sum(idleCores),
                memoryBytes.values().stream().mapToLong(Long::longValue).sum());
        kept(text, "database", databaseBytes);
        kept(text, "topics", topicBytes);
        return text.toString().stripTrailing();
    }

    private static void line(StringBuilder text, String name, double seconds, double cores, long bytes) {
        text.append(String.format(Locale.ROOT, "  %-24s %14.3f %18.3f %10d%n", name, seconds, cores, bytes >> 20));
    }

    private static void kept(StringBuilder text, String what, Map<String, Long> bytes) {
        text.append("  %-24s %14s%n".formatted(what, "KiB a call"));
        bytes.forEach(
                (name, grown) -> text.append(String.format(Locale.ROOT, "    %-22s %14.1f%n", name, grown / 1024.0)));
    }

    private static double sum(Map<String, Double> parts) {
        return parts.values().stream().mapToDouble(Double::doubleValue).sum();
    }
}
