package id.tanggap.triage.call;

import id.tanggap.triage.audio.Heard;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.Optional;

/** What was heard, as columns of a call's evidence. */
@Embeddable
class SoundColumns {

    long speechMs;
    long engineMs;
    long otherMs;
    long silenceMs;
    long distressMs;
    long coveredMs;
    Long firstSpeechMs;
    long longestSilenceMs;
    String heardKeys;
    int taps;
    double levelDbfs;
    long missingChunks;

    protected SoundColumns() {}

    SoundColumns(Heard heard) {
        speechMs = heard.speech().toMillis();
        engineMs = heard.engine().toMillis();
        otherMs = heard.other().toMillis();
        silenceMs = heard.silence().toMillis();
        distressMs = heard.distress().toMillis();
        coveredMs = heard.covered().toMillis();
        firstSpeechMs = heard.firstSpeech().map(Duration::toMillis).orElse(null);
        longestSilenceMs = heard.longestSilence().toMillis();
        heardKeys = heard.keys();
        taps = heard.taps();
        levelDbfs = heard.level();
        missingChunks = heard.missingChunks();
    }

    Heard heard() {
        return new Heard(
                Duration.ofMillis(speechMs),
                Duration.ofMillis(engineMs),
                Duration.ofMillis(otherMs),
                Duration.ofMillis(silenceMs),
                Duration.ofMillis(distressMs),
                Duration.ofMillis(coveredMs),
                Optional.ofNullable(firstSpeechMs).map(Duration::ofMillis),
                Duration.ofMillis(longestSilenceMs),
                heardKeys,
                taps,
                levelDbfs,
                missingChunks);
    }
}
