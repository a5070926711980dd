package id.tanggap.triage.audio;

/**
 * Everything that the detector remembers of a line: kept between chunks, so that another process continues exactly.
 *
 * @param levels the newest frames' levels in tenths of dBFS, oldest first
 * @param rest samples after the last whole frame
 * @param filter memory of the high-pass filter
 * @param speechFrames frames of 20 ms heard as speech
 * @param noiseFrames frames heard as steady noise
 * @param silenceFrames frames heard as silence
 */
public record DetectorState(
        int[] levels, short[] rest, double[] filter, long speechFrames, long noiseFrames, long silenceFrames) {

    public static final DetectorState START = new DetectorState(new int[0], new short[0], new double[4], 0, 0, 0);

    /** The same knowledge of the line's noise, but in the middle of nothing: for sound that does not follow on. */
    DetectorState afterGap() {
        return new DetectorState(levels, new short[0], new double[4], speechFrames, noiseFrames, silenceFrames);
    }

    /** This line, with the frames counted by the other added in place of its own. */
    DetectorState withCountsOf(DetectorState other) {
        return new DetectorState(levels, rest, filter, other.speechFrames, other.noiseFrames, other.silenceFrames);
    }
}
