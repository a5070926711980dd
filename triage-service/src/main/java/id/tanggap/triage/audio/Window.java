package id.tanggap.triage.audio;

import java.util.Optional;

/**
 * 32 ms of a line, ready for the voice model.
 *
 * @param input what the model hears
 * @param fresh whether it does not follow on what was heard before it
 * @param loud whether there is more than a quiet line
 * @param closed the sound of the half second that ends with it
 * @param taps the group of taps that is over with it
 */
record Window(
        float[] input, boolean fresh, boolean loud, Optional<BlockSound> closed, Optional<TapDetector.Group> taps) {}
