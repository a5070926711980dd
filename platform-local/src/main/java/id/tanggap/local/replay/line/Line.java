package id.tanggap.local.replay.line;

import id.tanggap.local.replay.BeforeCall;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.scenario.PlannedCall;
import id.tanggap.local.replay.scenario.Scenario;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The regency's line on those days: begins every call at its time and returns when the last one is done with. */
public final class Line {
    private static final List<String> OPERATORS = List.of("operator1", "operator2", "operator3");

    private final PatientClient client;
    private final Endpoints endpoints;
    private final Ledger ledger;
    private final Duration callBackLimit;

    /** {@code callBackLimit}: for how long a call-back task is waited for. */
    public Line(PatientClient client, Endpoints endpoints, Ledger ledger, Duration callBackLimit) {
        this.client = client;
        this.endpoints = endpoints;
        this.ledger = ledger;
        this.callBackLimit = callBackLimit;
    }

    /** The id under which a call of this run is known. */
    public static String callId(String runId, PlannedCall call) {
        return "%s-%03d".formatted(runId, call.ordinal());
    }

    public void play(Scenario scenario, String runId, double speed, BeforeCall beforeCall) throws InterruptedException {
        ReplayClock clock = new ReplayClock(scenario.firstDay(), speed);
        CallPlayer player = new CallPlayer(
                clock,
                new Gateway(client, endpoints, ledger),
                new OperatorDuty(client, endpoints, ledger),
                new OperatorDesk(OPERATORS),
                new RingBack(client, endpoints, ledger, callBackLimit),
                ledger);
        ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            List<Future<?>> running = new ArrayList<>();
            for (PlannedCall call : scenario.calls()) {
                long asked = System.nanoTime();
                beforeCall.accept(call.ordinal());
                clock.setBack(Duration.ofNanos(System.nanoTime() - asked));
                clock.await(call.startedAt());
                String callId = callId(runId, call);
                ledger.begin(callId, call);
                running.add(threads.submit(() -> {
                    player.play(callId, call);
                    return null;
                }));
            }
            for (Future<?> call : running) {
                call.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("a call could not be played", e.getCause());
        } finally {
            threads.shutdownNow();
        }
    }
}
