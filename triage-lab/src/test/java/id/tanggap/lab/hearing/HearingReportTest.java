package id.tanggap.lab.hearing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.lab.table.Finding;
import id.tanggap.triage.audio.AudioEncoding;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HearingReportTest {
    private static final Path VOICES = Path.of("../triage-service/src/test/resources/audio");

    @TempDir
    Path folder;

    @Test
    void without_clips_nothing_is_said_to_be_measured_or_met() throws IOException {
        List<Finding> findings = HearingReport.of(folder);

        assertFalse(findings.isEmpty());
        for (Finding finding : findings) {
            assertEquals("not measured: no clips in " + folder, finding.shown());
            assertTrue(Double.isNaN(finding.value())
                    && !finding.met()
                    && finding.verdict().isEmpty());
        }
    }

    @Test
    void voices_are_told_from_exhausts_and_what_has_no_clips_is_not_measured() throws IOException {
        StringBuilder manifest = new StringBuilder("file,label,has_speech,snr_db,source,licence\n");
        for (String voice : List.of("fire", "water", "child")) {
            write(voice, AudioEncoding.MU_LAW.decode(Files.readAllBytes(VOICES.resolve(voice + ".ul"))));
            manifest.append(voice).append(".wav,speech_clean,1,,espeak,own\n");
        }
        for (int rate : new int[] {60, 90, 120}) {
            write("engine" + rate, exhaust(rate));
            manifest.append("engine").append(rate).append(".wav,engine_only,0,,made,own\n");
        }
        Files.writeString(folder.resolve("manifest.csv"), manifest);

        Map<String, Finding> findings =
                HearingReport.of(folder).stream().collect(Collectors.toMap(Finding::code, Function.identity()));

        assertEquals(1, findings.get("speech").value());
        assertEquals("met", findings.get("speech").verdict());
        assertEquals(0, findings.get("engine-as-speech").value());
        assertTrue(findings.get("speech-at-10").value() > 0.9);
        assertEquals(0, findings.get("covered-engines").value());
        assertEquals("not measured: no such clips", findings.get("crying").shown());
        assertFalse(findings.get("crying").met());
        assertTrue(findings.get("speed-ratio").value() > 0);
    }

    private void write(String name, short[] sound) throws IOException {
        ByteBuffer wav = ByteBuffer.allocate(44 + 2 * sound.length).order(ByteOrder.LITTLE_ENDIAN);
        wav.putShort(20, (short) 1).putShort(22, (short) 1).putInt(24, 8_000).putShort(34, (short) 16);
        for (int i = 0; i < sound.length; i++) {
            wav.putShort(44 + 2 * i, sound[i]);
        }
        Files.write(folder.resolve(name + ".wav"), wav.array());
    }

    private static short[] exhaust(int rate) {
        Random random = new Random(rate);
        double[] sound = new double[5 * 8_000];
        for (int i = 0; i < sound.length; i++) {
            sound[i] = 0.3 * random.nextGaussian();
            for (int harmonic = 1; harmonic <= 12; harmonic++) {
                sound[i] += Math.sin(2 * Math.PI * rate * harmonic * i / 8_000 + harmonic) / harmonic;
            }
        }
        return Signal.atLevel(sound, -18);
    }
}
