package id.tanggap.local.backup;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.tanggap.local.backup.KeptRecord.KeptHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;

class KeptRecordTest {
    private static final byte[] BYTES = {0, (byte) 0xff, '\n', '"', 1};

    @Test
    void everyByteOfARecordComesBack() throws IOException {
        KeptRecord kept =
                new KeptRecord(3, 42, 1_700_000_000_000L, BYTES, BYTES, List.of(new KeptHeader("h\n", BYTES)));
        ProducerRecord<byte[], byte[]> record = again(kept).on("topic");
        assertEquals(3, record.partition());
        assertEquals(1_700_000_000_000L, record.timestamp());
        assertArrayEquals(BYTES, record.key());
        assertArrayEquals(BYTES, record.value());
        assertEquals(1, record.headers().toArray().length);
        assertArrayEquals(BYTES, record.headers().lastHeader("h\n").value());
    }

    @Test
    void whatIsMissingStaysMissing() throws IOException {
        KeptRecord kept = again(new KeptRecord(0, 0, 0, null, null, List.of(new KeptHeader("h", null))));
        assertNull(kept.key());
        assertNull(kept.value());
        assertNull(kept.headers().getFirst().value());
    }

    @Test
    void aRecordIsOneLine() {
        byte[] line = new KeptRecord(0, 0, 0, BYTES, BYTES, List.of(new KeptHeader("a\nb", BYTES))).line();
        assertEquals(1, new String(line, StandardCharsets.UTF_8).lines().count());
        assertEquals('\n', line[line.length - 1]);
    }

    @Test
    void onlyAMarkIsTakenForOne() {
        assertEquals(Optional.of(7L), header(null, "7").putBack());
        assertEquals(Optional.empty(), header(BYTES, "7").putBack());
        assertEquals(Optional.empty(), header(null, "seven").putBack());
        assertEquals(Optional.empty(), header(null, "99999999999999999999").putBack());
        assertEquals(Optional.of(2L), header(null, "7").markFor(2).putBack());
    }

    private static KeptRecord header(byte[] value, String putBack) {
        return new KeptRecord(
                0,
                0,
                0,
                null,
                value,
                List.of(new KeptHeader("put-back-offset", putBack.getBytes(StandardCharsets.UTF_8))));
    }

    private static KeptRecord again(KeptRecord kept) throws IOException {
        byte[] line = kept.line();
        return KeptRecord.parse(new String(Arrays.copyOf(line, line.length - 1), StandardCharsets.UTF_8));
    }
}
