package id.tanggap.local.replay.view;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.replay.ReplaySummary;
import id.tanggap.local.replay.audit.Latency;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A replay's summary, for people and for programs. */
public final class SummaryText {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private static final int MOST_NAMED = 10;

    private SummaryText() {}

    public static String text(ReplaySummary s) {
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("Replay %s at speed %s took %.0f s (run %s)"
                .formatted(s.scenario(), number(s.speed()), s.seconds(), s.runId()));
        lines.add("  calls          %d, %d hoaxes, %d tickets".formatted(s.calls(), s.hoaxes(), s.tickets()));
        lines.add("  disposition    " + counts(s.callsByDisposition()));
        lines.add("  hoax score     " + counts(s.bands()));
        lines.add("  lead agency    " + counts(s.ticketsByAgency()));
        lines.add("  received by    " + counts(s.copiesByAgency()));
        lines.add("  told over      " + counts(s.toldByChannel()) + "; " + s.callBacks() + " call-back tasks");
        lines.add("  silent calls   " + SilentText.line(s.advice()));
        lines.add("    advice       " + SilentText.answered(s.advice()));
        lines.add("  call accepted  " + latency(s.acceptance()));
        lines.add("  report accepted -> ticket at the agency's own Kafka consumer");
        lines.add("    all          " + latency(s.latency()));
        lines.add("    emergencies  " + latency(s.emergencyLatency()));
        lines.add("  sent           %d seconds of audio, %d deliberate repeats, %d retries after failures"
                .formatted(s.audioChunks(), s.repeatsSent(), s.retries()));
        lines.add("  redelivered    %d records to agencies (same event id; allowed)".formatted(s.redelivered()));
        if (s.memoryBytes() > 0) {
            lines.add("  memory         %d MiB resident, all servers and services".formatted(s.memoryBytes() >> 20));
        }
        named(lines, "refused", s.refused());
        lines.add("  lost %d, duplicated %d"
                .formatted(s.lost().size(), s.duplicated().size()));
        named(lines, "lost", s.lost());
        named(lines, "duplicated", s.duplicated());
        if (!s.passed()) {
            lines.add("  NOT PASSED: expected %d calls, %d hoaxes, %d tickets, nothing refused, lost or duplicated"
                    .formatted(s.plannedCalls(), s.plannedHoaxes(), s.plannedTickets()));
        }
        return String.join(System.lineSeparator(), lines);
    }

    public static String json(ReplaySummary summary) {
        try {
            ObjectNode tree = JSON.valueToTree(summary);
            return JSON.writeValueAsString(tree.put("passed", summary.passed()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String latency(Latency l) {
        return "p50 %s ms, p95 %s ms, max %s ms (%d measured)"
                .formatted(number(l.p50()), number(l.p95()), number(l.max()), l.count());
    }

    private static void named(List<String> lines, String what, List<String> things) {
        things.stream().limit(MOST_NAMED).forEach(thing -> lines.add("    " + what + ": " + thing));
        if (things.size() > MOST_NAMED) {
            lines.add("    and " + (things.size() - MOST_NAMED) + " more " + what);
        }
    }

    private static String counts(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .map(count -> count.getKey() + " " + count.getValue())
                .collect(Collectors.joining(", "));
    }

    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : String.format(Locale.ROOT, "%.1f", value);
    }
}
