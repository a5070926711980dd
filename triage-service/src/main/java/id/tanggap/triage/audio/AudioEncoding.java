package id.tanggap.triage.audio;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The two encodings in which a gateway sends the line: 8,000 samples a second, one channel. */
public enum AudioEncoding {
    /** {@code audio/basic}: G.711 mu-law (RFC 2046, 4.3). */
    MU_LAW {
        @Override
        public short[] decode(byte[] data) {
            short[] samples = new short[data.length];
            for (int i = 0; i < data.length; i++) {
                samples[i] = MuLaw.decode(data[i]);
            }
            return samples;
        }

        @Override
        int samples(int bytes) {
            return bytes;
        }
    },
    /** {@code audio/L16;rate=8000}: 16 bits, signed, most significant byte first (RFC 2586). */
    L16 {
        @Override
        public short[] decode(byte[] data) {
            if (data.length % 2 != 0) {
                throw new IllegalArgumentException("audio/L16 of an odd number of bytes");
            }
            short[] samples = new short[data.length / 2];
            for (int i = 0; i < samples.length; i++) {
                samples[i] = (short) (data[2 * i] << 8 | data[2 * i + 1] & 0xFF);
            }
            return samples;
        }

        @Override
        int samples(int bytes) {
            return bytes / 2;
        }
    };

    private static final Pattern L16_TYPE = Pattern.compile("audio/l16(;channels=1)?;rate=8000(;channels=1)?");

    /**
     * The samples in these bytes.
     *
     * @throws IllegalArgumentException if a sample is cut in two
     */
    public abstract short[] decode(byte[] data);

    /** How many whole samples so many bytes hold. */
    abstract int samples(int bytes);

    /** The encoding that a media type names, empty for any other rate, channel count or format. */
    public static Optional<AudioEncoding> of(String mediaType) {
        String type = mediaType.replace(" ", "").replace("\"", "").toLowerCase(Locale.ROOT);
        if (type.equals("audio/basic")) {
            return Optional.of(MU_LAW);
        }
        return L16_TYPE.matcher(type).matches() ? Optional.of(L16) : Optional.empty();
    }
}
