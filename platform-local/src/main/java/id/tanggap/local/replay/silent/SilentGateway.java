package id.tanggap.local.replay.silent;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.replay.http.Bearers;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.EventStream;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.replay.http.Subscription;
import id.tanggap.local.replay.line.Ledger;
import id.tanggap.local.stack.Names;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;

/**
 * The telephone exchange's part in the procedure for silent calls: follows triage's advice on the calls of one replay and
 * tells what came of it. What it does takes time of the scenario, and so less of ours; what triage waits for is our time.
 */
public final class SilentGateway implements AutoCloseable {
    /** "If you cannot speak, press 5", twice. */
    private static final Duration PROMPT = Duration.ofSeconds(6);

    /** Until it is clear who answers; four rings. */
    private static final Duration RINGING = Duration.ofSeconds(20);

    /** Between two looks whether a line is free. */
    private static final Duration LOOK = Duration.ofMillis(50);

    private final String callIdPrefix;
    private final double speed;
    private final PatientClient client;
    private final Endpoints endpoints;
    private final Ledger ledger;
    private final AdviceLog log = new AdviceLog();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Subscription advice;

    /** Returns when no advice that comes from now on is missed. */
    public SilentGateway(
            String callIdPrefix,
            double speed,
            PatientClient client,
            Endpoints endpoints,
            Bearers bearers,
            Ledger ledger)
            throws InterruptedException {
        this.callIdPrefix = callIdPrefix;
        this.speed = speed;
        this.client = client;
        this.endpoints = endpoints;
        this.ledger = ledger;
        this.advice = new Subscription(endpoints.silentStream(), Names.GATEWAY, bearers, this::hear);
        try {
            advice.awaitOpen();
        } catch (RuntimeException | InterruptedException e) {
            close();
            throw e;
        }
    }

    /** What came of all advice so far. */
    public AdviceTaken taken() {
        return log.until(Instant.now());
    }

    /** The version of the newest step that the stream told of a call, 0 if none. */
    public long newest(String callId) {
        return log.newest(callId);
    }

    private void hear(EventStream.Event event) {
        try {
            Advice heard = Advice.read(event.data());
            if (heard.callId().startsWith(callIdPrefix) && log.given(heard)) {
                threads.submit(() -> {
                    follow(heard);
                    return null;
                });
            }
        } catch (RejectedExecutionException e) {
            // The replay is over.
        } catch (IllegalArgumentException e) {
            ledger.refused(e.getMessage());
        }
    }

    private void follow(Advice heard) throws InterruptedException {
        try {
            switch (heard.what()) {
                case "PLAY_PROMPT" -> prompt(heard);
                case "RING_BACK" -> ringBack(heard);
                // The caller's hanging up ends the line, and nothing else does.
                case "KEEP_LINE_OPEN" -> log.done(heard, Deed.LINE_KEPT_OPEN);
                case "A_PERSON_DECIDES" -> log.done(heard, Deed.LEFT_TO_A_PERSON);
                // As every call here, which an operator has from its answer on.
                case "CONNECT_NOW" -> log.done(heard, Deed.CONNECTED_TO_AN_OPERATOR);
                default -> ledger.refused("an advice that this gateway does not know: " + heard);
            }
        } catch (NotAccepted e) {
            ledger.refused(e.getMessage());
        }
    }

    private void prompt(Advice heard) throws NotAccepted, InterruptedException {
        Instant at = now();
        Thread.sleep(ofScenario(PROMPT));
        if (!lineIsOpen(heard)) {
            log.done(heard, Deed.HUNG_UP_BEFORE_PROMPT);
            return;
        }
        tell(heard, "prompt", JsonNodeFactory.instance.objectNode().put("at", at.toString()));
        ledger.told(heard.callId(), "prompt");
        log.done(heard, Deed.PROMPT_PLAYED);
    }

    private void ringBack(Advice heard) throws NotAccepted, InterruptedException {
        for (Duration left = left(heard); left.isPositive(); left = left(heard)) {
            Thread.sleep(left);
        }
        while (lineIsOpen(heard)) {
            Thread.sleep(LOOK);
        }
        if (!log.isNewest(heard)) {
            return;
        }
        Instant at = now();
        Thread.sleep(ofScenario(RINGING));
        int attempt = heard.step().equals("CALL_BACK_1") ? 1 : 2;
        String result = CallBack.result(ledger.calls().get(heard.callId()).plan(), attempt);
        tell(
                heard,
                "call-backs",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("attempt", attempt)
                        .put("at", at.toString())
                        .put("result", result));
        ledger.told(heard.callId(), "call-back " + attempt + " " + result);
        log.done(heard, Deed.RUNG_BACK);
    }

    private void tell(Advice heard, String part, ObjectNode body) throws NotAccepted, InterruptedException {
        client.send(Request.post(endpoints.silentCall(heard.callId(), part), Names.GATEWAY, body));
    }

    private boolean lineIsOpen(Advice heard) {
        return ledger.calls().get(heard.callId()).lineIsOpen();
    }

    private static Duration left(Advice heard) {
        return Duration.between(Instant.now(), heard.notBefore());
    }

    private Duration ofScenario(Duration time) {
        return Duration.ofNanos((long) (time.toNanos() / speed));
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @Override
    public void close() {
        advice.close();
        threads.shutdownNow();
    }
}
