package id.tanggap.triage.audio;

/** G.711 mu-law (ITU-T G.711, table 2a) to linear samples; full scale is 32124. */
final class MuLaw {

    private static final int BIAS = 0x84;
    private static final short[] LINEAR = new short[256];

    static {
        for (int code = 0; code < LINEAR.length; code++) {
            LINEAR[code] = linear(code);
        }
    }

    private MuLaw() {}

    static short decode(byte code) {
        return LINEAR[code & 0xFF];
    }

    private static short linear(int code) {
        int inverted = ~code & 0xFF;
        int segment = (inverted >> 4) & 0x07;
        int step = inverted & 0x0F;
        int magnitude = (((step << 3) + BIAS) << segment) - BIAS;
        return (short) ((inverted & 0x80) == 0 ? magnitude : -magnitude);
    }
}
