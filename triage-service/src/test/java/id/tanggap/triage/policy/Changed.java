package id.tanggap.triage.policy;

import id.tanggap.triage.audio.Heard;
import java.time.Duration;
import java.util.Optional;

/** The same evidence but for one thing. */
final class Changed {

    private Changed() {}

    static Evidence heard(Evidence e, Heard heard) {
        return new Evidence(
                e.caller(),
                e.status(),
                e.answered(),
                e.sinceAnswer(),
                e.talk(),
                e.dtmf(),
                heard,
                e.said(),
                e.disposition(),
                e.record(),
                e.others());
    }

    static Evidence record(Evidence e, CallerRecord record) {
        return new Evidence(
                e.caller(),
                e.status(),
                e.answered(),
                e.sinceAnswer(),
                e.talk(),
                e.dtmf(),
                e.heard(),
                e.said(),
                e.disposition(),
                record,
                e.others());
    }

    static Evidence others(Evidence e, Corroboration others) {
        return new Evidence(
                e.caller(),
                e.status(),
                e.answered(),
                e.sinceAnswer(),
                e.talk(),
                e.dtmf(),
                e.heard(),
                e.said(),
                e.disposition(),
                e.record(),
                others);
    }

    static Evidence keys(Evidence e, String dtmf) {
        return new Evidence(
                e.caller(),
                e.status(),
                e.answered(),
                e.sinceAnswer(),
                e.talk(),
                dtmf,
                e.heard(),
                e.said(),
                e.disposition(),
                e.record(),
                e.others());
    }

    static Evidence said(Evidence e, Said said) {
        return new Evidence(
                e.caller(),
                e.status(),
                e.answered(),
                e.sinceAnswer(),
                e.talk(),
                e.dtmf(),
                e.heard(),
                said,
                e.disposition(),
                e.record(),
                e.others());
    }

    /** More silence at the end of the sound. */
    static Evidence moreSilence(Evidence e, Duration more) {
        Heard h = e.heard();
        return heard(
                e,
                new Heard(
                        h.speech(),
                        h.engine(),
                        h.other(),
                        h.silence().plus(more),
                        h.distress(),
                        h.covered(),
                        h.firstSpeech(),
                        h.longestSilence().plus(more),
                        h.keys(),
                        h.taps(),
                        h.level(),
                        h.missingChunks()));
    }

    /** More speech: none came before the first, and it may have broken the longest silence. */
    static Evidence moreSpeech(Evidence e, Duration more) {
        Heard h = e.heard();
        return heard(
                e,
                new Heard(
                        h.speech().plus(more),
                        h.engine(),
                        h.other(),
                        h.silence(),
                        h.distress(),
                        h.covered(),
                        Optional.of(h.firstSpeech().orElse(h.withoutSpeech())),
                        h.longestSilence().dividedBy(2),
                        h.keys(),
                        h.taps(),
                        h.level(),
                        h.missingChunks()));
    }

    /** More of the same sound in which a voice may be covered. */
    static Evidence moreCovered(Evidence e, Duration more) {
        Heard h = e.heard();
        Duration covered = h.covered().plus(more);
        return heard(
                e,
                new Heard(
                        h.speech(),
                        h.engine(),
                        h.other(),
                        h.silence(),
                        h.distress(),
                        covered.compareTo(h.noise()) < 0 ? covered : h.noise(),
                        h.firstSpeech(),
                        h.longestSilence(),
                        h.keys(),
                        h.taps(),
                        h.level(),
                        h.missingChunks()));
    }

    static Evidence tapped(Evidence e, int taps) {
        Heard h = e.heard();
        return heard(
                e,
                new Heard(
                        h.speech(),
                        h.engine(),
                        h.other(),
                        h.silence(),
                        h.distress(),
                        h.covered(),
                        h.firstSpeech(),
                        h.longestSilence(),
                        h.keys(),
                        taps,
                        h.level(),
                        h.missingChunks()));
    }

    static Evidence missing(Evidence e, long chunks) {
        Heard h = e.heard();
        return heard(
                e,
                new Heard(
                        h.speech(),
                        h.engine(),
                        h.other(),
                        h.silence(),
                        h.distress(),
                        h.covered(),
                        h.firstSpeech(),
                        h.longestSilence(),
                        h.keys(),
                        h.taps(),
                        h.level(),
                        h.missingChunks() + chunks));
    }
}
