package id.tanggap.triage.audio;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.function.Supplier;

/**
 * Writes and reads what is remembered of a line in few bytes: what is counted exactly, what is measured in 16 bits.
 */
final class Snapshot {

    /** Changes with the layout: another version's bytes are refused, not misread. */
    private static final byte VERSION = 2;

    private static final int ROOM = 8_192;

    private final ByteBuffer bytes;

    private Snapshot(ByteBuffer bytes) {
        this.bytes = bytes;
    }

    static Snapshot write() {
        return new Snapshot(ByteBuffer.allocate(ROOM).put(VERSION));
    }

    static Snapshot read(byte[] written) {
        ByteBuffer bytes = ByteBuffer.wrap(written);
        if (written.length == 0 || bytes.get() != VERSION) {
            throw new IllegalArgumentException("what was remembered of a line is of another version");
        }
        return new Snapshot(bytes);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes.array(), bytes.position());
    }

    void put(long value) {
        bytes.putLong(value);
    }

    void put(double value) {
        bytes.putDouble(value);
    }

    void put(int value) {
        bytes.putInt(value);
    }

    void put(byte[] values) {
        bytes.put(values);
    }

    /** Samples as they came, exactly. */
    void putSamples(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            bytes.putShort((short) (values[i] * Ear.FULL_SCALE));
        }
    }

    void putFloats(float[] values) {
        for (float value : values) {
            bytes.putFloat(value);
        }
    }

    /** Numbers around 1 and below, to 11 bits. */
    void putHalves(float[] values) {
        for (float value : values) {
            bytes.putShort(Float.floatToFloat16(value));
        }
    }

    /** Numbers of any size, to 8 bits. */
    void putPowers(float[] values) {
        for (float value : values) {
            bytes.putShort((short) ((Float.floatToRawIntBits(value) + 0x8000) >>> 16));
        }
    }

    long getLong() {
        return checked(bytes::getLong);
    }

    double getDouble() {
        return checked(bytes::getDouble);
    }

    int getInt() {
        return checked(bytes::getInt);
    }

    void get(byte[] values) {
        checked(() -> bytes.get(values));
    }

    void getSamples(float[] values, int count) {
        for (int i = 0; i < count; i++) {
            values[i] = checked(bytes::getShort) / Ear.FULL_SCALE;
        }
    }

    void getFloats(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = checked(bytes::getFloat);
        }
    }

    void getHalves(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.float16ToFloat(checked(bytes::getShort));
        }
    }

    void getPowers(float[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Float.intBitsToFloat(checked(bytes::getShort) << 16);
        }
    }

    private static <T> T checked(Supplier<T> read) {
        try {
            return read.get();
        } catch (BufferUnderflowException e) {
            throw new IllegalArgumentException("what was remembered of a line is cut short", e);
        }
    }
}
