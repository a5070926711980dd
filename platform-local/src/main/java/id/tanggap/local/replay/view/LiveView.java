package id.tanggap.local.replay.view;

import id.tanggap.local.replay.agency.Agencies;
import id.tanggap.local.replay.agency.AgencyRecord;
import id.tanggap.local.replay.audit.Observer;
import id.tanggap.local.replay.audit.SeenCall;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.replay.scenario.Scenario;
import id.tanggap.local.replay.silent.SilentGateway;
import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The newest calls with the score that intake shows, the counts and what agencies have. On a terminal a table that is
 * drawn over itself; elsewhere one line for each finished call.
 */
public final class LiveView implements ReplayView {
    private static final Duration STEP = Duration.ofMillis(700);
    private static final int ROWS = 12;
    private static final String ESC = "\u001b[";

    private final PrintStream out;
    private final boolean terminal;

    public LiveView(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @Override
    public Display follow(
            Scenario scenario,
            String runId,
            Ledger ledger,
            Agencies agencies,
            SilentGateway silent,
            Observer observer) {
        out.println("Replay " + scenario.name() + " (" + scenario.calls().size() + " calls), run " + runId);
        if (!terminal) {
            out.println(Row.HEAD);
        }
        Session session = new Session(scenario, ledger, agencies, silent, observer);
        Thread thread = Thread.ofVirtual().name("replay-view").start(session);
        return () -> {
            thread.interrupt();
            thread.join();
        };
    }

    private final class Session implements Runnable {
        private final Scenario scenario;
        private final Ledger ledger;
        private final Agencies agencies;
        private final SilentGateway silent;
        private final Observer observer;
        private final Map<String, SeenCall> seen = new HashMap<>();
        private final Map<String, List<Double>> courses = new HashMap<>();
        private final Set<String> printed = new HashSet<>();
        private int drawn;

        Session(Scenario scenario, Ledger ledger, Agencies agencies, SilentGateway silent, Observer observer) {
            this.silent = silent;
            this.scenario = scenario;
            this.ledger = ledger;
            this.agencies = agencies;
            this.observer = observer;
        }

        @Override
        public void run() {
            try {
                while (true) {
                    Thread.sleep(STEP);
                    show();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        private void show() throws InterruptedException {
            List<Map.Entry<String, Ledger.Entry>> begun =
                    new ArrayList<>(ledger.calls().entrySet());
            if (terminal) {
                List<Map.Entry<String, Ledger.Entry>> newest =
                        begun.subList(Math.max(0, begun.size() - ROWS), begun.size());
                for (var call : newest) {
                    look(call.getKey());
                }
                draw(newest);
                return;
            }
            for (var call : begun) {
                if (ledger.isPlayed(call.getKey()) && printed.add(call.getKey())) {
                    look(call.getKey());
                    out.println(row(call));
                }
            }
        }

        private String row(Map.Entry<String, Ledger.Entry> call) {
            return Row.of(
                    call.getValue().plan(),
                    Optional.ofNullable(seen.get(call.getKey())),
                    courses.getOrDefault(call.getKey(), List.of()));
        }

        private void look(String callId) throws InterruptedException {
            try {
                observer.call(callId).ifPresent(call -> seen.put(callId, call));
                courses.put(callId, observer.course(callId));
            } catch (NotAccepted e) {
                // Only a display: the last state that was seen stays.
                seen.putIfAbsent(callId, new SeenCall(callId, "?", false, false, "", "", Optional.empty(), ""));
            }
        }

        private void draw(List<Map.Entry<String, Ledger.Entry>> newest) {
            List<String> lines = new ArrayList<>();
            lines.add(ESC + "1m" + Row.HEAD + ESC + "0m");
            newest.forEach(call -> {
                SeenCall known = seen.get(call.getKey());
                lines.add(Colour.ofBand(known == null ? "" : known.band()).paint(row(call)));
            });
            lines.add("%d of %d calls, %d retries sent on purpose; tickets at agencies: %s"
                    .formatted(ledger.playedCalls(), scenario.calls().size(), ledger.repeats(), tickets()));
            lines.add("silent calls: " + SilentText.line(silent.taken()));
            StringBuilder text = new StringBuilder(drawn == 0 ? "" : ESC + drawn + "A");
            lines.forEach(line -> text.append(ESC).append("2K").append(line).append('\n'));
            drawn = lines.size();
            out.print(text);
            out.flush();
        }

        private String tickets() {
            return agencies.records().stream()
                    .filter(AgencyRecord::opens)
                    .collect(Collectors.groupingBy(AgencyRecord::agency, TreeMap::new, Collectors.counting()))
                    .entrySet()
                    .stream()
                    .map(count -> count.getKey() + " " + count.getValue())
                    .collect(Collectors.joining(", "));
        }
    }
}
