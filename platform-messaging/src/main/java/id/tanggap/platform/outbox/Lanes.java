package id.tanggap.platform.outbox;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/** Divides keys among the lanes of the outbox; the number is that of the rows of {@code outbox_lane}. */
final class Lanes {

    static final int COUNT = 16;

    private Lanes() {}

    static int of(String key) {
        CRC32 crc = new CRC32();
        crc.update(key.getBytes(StandardCharsets.UTF_8));
        return (int) (crc.getValue() % COUNT);
    }
}
