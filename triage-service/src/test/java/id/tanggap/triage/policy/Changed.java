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
        Sound sound = new Sound(e.heard());
        sound.silence = sound.silence.plus(more);
        sound.longestSilence = sound.longestSilence.plus(more);
        return heard(e, sound.heard());
    }

    /** More speech: none came before the first, and it may have broken the longest silence. */
    static Evidence moreSpeech(Evidence e, Duration more) {
        Sound sound = new Sound(e.heard());
        sound.speech = sound.speech.plus(more);
        sound.firstSpeech = Optional.of(sound.firstSpeech.orElse(e.heard().withoutSpeech()));
        sound.longestSilence = sound.longestSilence.dividedBy(2);
        return heard(e, sound.heard());
    }

    /** More of the same sound in which a voice may be covered. */
    static Evidence moreCovered(Evidence e, Duration more) {
        Sound sound = new Sound(e.heard());
        Duration covered = sound.covered.plus(more);
        Duration noise = e.heard().noise();
        sound.covered = covered.compareTo(noise) < 0 ? covered : noise;
        return heard(e, sound.heard());
    }

    static Evidence tapped(Evidence e, int taps) {
        Sound sound = new Sound(e.heard());
        sound.taps = taps;
        return heard(e, sound.heard());
    }

    static Evidence missing(Evidence e, long chunks) {
        Sound sound = new Sound(e.heard());
        sound.missingChunks += chunks;
        return heard(e, sound.heard());
    }

    /** What was heard, with what may be changed in it. */
    private static final class Sound {
        private final Heard before;
        private Duration speech;
        private Duration silence;
        private Duration covered;
        private Optional<Duration> firstSpeech;
        private Duration longestSilence;
        private int taps;
        private long missingChunks;

        Sound(Heard before) {
            this.before = before;
            speech = before.speech();
            silence = before.silence();
            covered = before.covered();
            firstSpeech = before.firstSpeech();
            longestSilence = before.longestSilence();
            taps = before.taps();
            missingChunks = before.missingChunks();
        }

        Heard heard() {
            return new Heard(
                    speech,
                    before.engine(),
                    before.other(),
                    silence,
                    before.distress(),
                    covered,
                    firstSpeech,
                    longestSilence,
                    before.keys(),
                    taps,
                    before.level(),
                    missingChunks);
        }
    }
}
