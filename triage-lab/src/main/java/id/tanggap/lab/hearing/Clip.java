package id.tanggap.lab.hearing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A labelled recording of a telephone line: 8,000 samples a second, 16 bits, one channel. */
record Clip(String label, boolean spoken, String source, short[] sound) {

    private static final int HEADER = 44;

    /** All clips of a folder with a {@code manifest.csv} of file, label, has_speech, snr_db, source. */
    static List<Clip> read(Path folder) throws IOException {
        List<String> lines = Files.readAllLines(folder.resolve("manifest.csv"));
        List<Clip> clips = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            String[] cells = line.split(",");
            clips.add(new Clip(cells[1], cells[2].equals("1"), cells[4], wav(folder.resolve(cells[0]))));
        }
        return clips;
    }

    /** The samples of a WAV file with the plain header of {@value #HEADER} bytes. */
    static short[] wav(Path file) throws IOException {
        byte[] wav = Files.readAllBytes(file);
        ByteBuffer data = ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN);
        if (data.getShort(20) != 1 || data.getShort(22) != 1 || data.getInt(24) != 8_000 || data.getShort(34) != 16) {
            throw new IOException(file + " is not 8 kHz, 16 bits, one channel");
        }
        short[] samples = new short[(wav.length - HEADER) / 2];
        data.position(HEADER).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer().get(samples);
        return samples;
    }
}
