package id.tanggap.local.replay.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The demonstration audio, 8 kHz G.711 mu-law ({@code audio/basic}), looped for as long as a call lasts. */
public final class Sounds {
    public static final String MEDIA_TYPE = "audio/basic";
    private static final int BYTES_A_SECOND = 8_000;

    private final Map<String, byte[]> loaded = new ConcurrentHashMap<>();

    /** The given second of the sound, from 0. */
    public byte[] second(String name, int second) {
        byte[] sound = loaded.computeIfAbsent(name, Sounds::load);
        byte[] chunk = new byte[BYTES_A_SECOND];
        int from = (int) ((long) second * BYTES_A_SECOND % sound.length);
        for (int i = 0; i < chunk.length; i++) {
            chunk[i] = sound[(from + i) % sound.length];
        }
        return chunk;
    }

    private static byte[] load(String name) {
        try (InputStream source = Sounds.class.getResourceAsStream("/replay/jepara/audio/" + name + ".ul")) {
            if (source == null) {
                throw new IllegalArgumentException("no sound " + name);
            }
            return source.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
