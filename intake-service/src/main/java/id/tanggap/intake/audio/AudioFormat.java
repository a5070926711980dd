package id.tanggap.intake.audio;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** How a gateway may send the line's sound: 8,000 samples a second, one channel. */
public enum AudioFormat {
    /** G.711 mu-law (RFC 2046, 4.3). */
    MU_LAW("audio/basic", 1),
    /** 16 bits, signed, most significant byte first (RFC 2586). */
    L16("audio/L16;rate=8000", 2);

    private final String mediaType;
    private final int bytesPerSample;

    AudioFormat(String mediaType, int bytesPerSample) {
        this.mediaType = mediaType;
        this.bytesPerSample = bytesPerSample;
    }

    /**
     * The format that a media type names; empty for another rate, more channels or another coding.
     *
     * @param subtype what follows {@code audio/}
     */
    public static Optional<AudioFormat> of(String subtype, Map<String, String> parameters) {
        return switch (subtype.toLowerCase(Locale.ROOT)) {
            case "basic" -> Optional.of(MU_LAW);
            case "l16" ->
                Optional.of(L16)
                        .filter(format -> "8000".equals(parameters.get("rate"))
                                && "1".equals(parameters.getOrDefault("channels", "1")));
            default -> Optional.empty();
        };
    }

    public String mediaType() {
        return mediaType;
    }

    /** Whether so many bytes are whole samples. */
    public boolean isWhole(int bytes) {
        return bytes % bytesPerSample == 0;
    }
}
