package id.tanggap.triage.model;

import id.tanggap.triage.policy.Evidence;
import java.time.Duration;

/** The whole number that a person reads in the sentence of a feature's reason. */
final class Figure {

    private Figure() {}

    static String of(Feature feature, Evidence evidence, double value) {
        return Long.toString(
                switch (feature) {
                    case SPEECH, DISTRESS -> Math.max(1, (long) value);
                    case SILENCE -> evidence.heard().silence().toSeconds();
                    case ENGINE -> evidence.heard().engine().toSeconds();
                    case LONGEST_SILENCE -> evidence.heard().longestSilence().toSeconds();
                    case PROMPTNESS ->
                        evidence.heard().firstSpeech().map(Duration::toSeconds).orElse(0L) + 1;
                    case TALK -> evidence.sinceAnswer().toSeconds();
                    case HUNG_UP_EARLY -> evidence.talk().toSeconds();
                    default -> Math.round(value);
                });
    }
}
