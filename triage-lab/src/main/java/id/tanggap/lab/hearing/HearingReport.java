package id.tanggap.lab.hearing;

import id.tanggap.lab.table.Finding;
import id.tanggap.triage.audio.LineListener;
import id.tanggap.triage.audio.SileroModel;
import id.tanggap.triage.audio.VoiceModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** All that is measured of hearing on a folder of clips; without clips or without the voice model, that it was not. */
public final class HearingReport {

    private HearingReport() {}

    /**
     * Measured on the clips of this folder, whose {@code manifest.csv} names file, label, has_speech, snr_db and source.
     *
     * @throws IOException if a clip cannot be read or is no telephone recording
     */
    public static List<Finding> of(Path folder) throws IOException {
        if (!Files.isReadable(folder.resolve("manifest.csv"))) {
            return notMeasured("no clips in " + folder);
        }
        List<Clip> clips = Clip.read(folder);
        try (SileroModel model = SileroModel.load()) {
            LineListener listener = LineListener.with(model);
            List<Finding> findings = new ArrayList<>(new HearingTable(new Line(listener), clips).findings());
            findings.addAll(new HearingSpeed(model, listener, clips).findings());
            return findings;
        } catch (VoiceModelException e) {
            return notMeasured(e.getMessage());
        }
    }

    private static List<Finding> notMeasured(String why) {
        return List.of(
                Finding.missing(
                        "speech",
                        "speech present or not, clips and mixtures with engines",
                        why,
                        ">= 0.999 / 0.97 / 0.90"),
                Finding.missing("speech-brief", "under 1 s of speech in 5 s of engine at 5 dB, found", why, ">= 90%"),
                Finding.missing("mistaken", "engine taken for speech / whisper taken for silence", why, "<= 2%"),
                Finding.missing("engine", "engine against all other sounds and speech", why, ">= 0.97"),
                Finding.missing("crying", "crying child, siren: counted as evidence", why, ">= 90%"),
                Finding.missing("speed-ratio", "speed of hearing", why, "<= 1.3 times, >= 250 times real time"));
    }
}
