package id.tanggap.triage.silent.policy;

import id.tanggap.triage.policy.Disposition;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Facts of a call in the words of a test. */
public final class SilentFactsBuilder {

    public static final Instant T0 = Instant.parse("2025-05-20T00:13:20Z");

    /** As configured by default. */
    public static final Timing TIMING = new Timing(
            Duration.ofSeconds(5),
            Duration.ofSeconds(10),
            Duration.ofSeconds(20),
            Duration.ofSeconds(60),
            Duration.ofMinutes(5),
            Duration.ofSeconds(15),
            Duration.ofMinutes(30),
            Duration.ofMillis(500),
            Duration.ofMillis(300),
            Duration.ofSeconds(1));

    private boolean answered = true;
    private boolean over;
    private boolean reachable = true;
    private Duration silence = Duration.ZERO;
    private Signals signals = Signals.NONE;
    private Word word = Word.NONE;
    private Told told = Told.NOTHING;

    public static SilentFactsBuilder call() {
        return new SilentFactsBuilder();
    }

    SilentFactsBuilder ringing() {
        answered = false;
        return this;
    }

    SilentFactsBuilder over() {
        over = true;
        return this;
    }

    SilentFactsBuilder withheld() {
        reachable = false;
        return this;
    }

    SilentFactsBuilder silent(int seconds) {
        silence = Duration.ofSeconds(seconds);
        return this;
    }

    SilentFactsBuilder speech(int millis) {
        signals = signals.withSpeech(Duration.ofMillis(millis));
        return this;
    }

    SilentFactsBuilder keys(int pressed) {
        signals = new Signals(pressed, signals.taps(), signals.distress(), signals.speech(), signals.answers());
        return this;
    }

    SilentFactsBuilder taps(int knocks) {
        signals = new Signals(signals.keys(), knocks, signals.distress(), signals.speech(), signals.answers());
        return this;
    }

    SilentFactsBuilder crying(int millis) {
        signals = new Signals(
                signals.keys(), signals.taps(), Duration.ofMillis(millis), signals.speech(), signals.answers());
        return this;
    }

    SilentFactsBuilder reported() {
        word = new Word(true, word.disposition(), word.dispositionAt(), word.decisions());
        return this;
    }

    SilentFactsBuilder said(Disposition disposition, int second) {
        word = new Word(word.reported(), Optional.of(disposition), Optional.of(at(second)), word.decisions());
        return this;
    }

    SilentFactsBuilder decided() {
        word = new Word(word.reported(), word.disposition(), word.dispositionAt(), word.decisions() + 1);
        return this;
    }

    SilentFactsBuilder played() {
        told = new Told(Optional.of(new Told.Prompt(T0, "gateway")), told.callBacks(), told.decisions());
        return this;
    }

    SilentFactsBuilder rungBack(int attempt, CallBackResult result) {
        told = ((Told.Outcome.Taken) told.rungBack(attempt, T0, result, "gateway")).now();
        signals = new Signals(signals.keys(), signals.taps(), signals.distress(), signals.speech(), told.answers());
        return this;
    }

    Facts build() {
        return new Facts(answered, over, reachable, silence, signals, word, told);
    }

    static Instant at(int second) {
        return T0.plusSeconds(second);
    }
}
