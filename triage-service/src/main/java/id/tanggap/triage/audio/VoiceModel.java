package id.tanggap.triage.audio;

/**
 * A trained model that tells how likely somebody speaks, for windows of several calls at once; safe for many threads.
 *
 * <p>It remembers nothing: what it has to remember of a call is handed in and out as that call's state.
 */
public interface VoiceModel extends AutoCloseable {

    /** New samples in a window: 32 ms. */
    int WINDOW = 256;

    /** Samples before the window that the model wants to see again. */
    int CONTEXT = 32;

    /** Samples of a call in one run. */
    int INPUT = CONTEXT + WINDOW;

    /** Numbers that the model remembers of a call. */
    int STATE = 256;

    /** Calls in one run at most. */
    int MOST_CALLS = 32;

    /**
     * Hears one window of each call.
     *
     * @param inputs {@value #INPUT} samples of a call, -1 to 1
     * @param states {@value #STATE} numbers of a call, replaced by the new ones; all zero at a beginning
     * @return the likelihood of speech in each call's window, 0 to 1
     * @throws IllegalArgumentException if there are more than {@value #MOST_CALLS} calls, or none
     */
    float[] evaluate(float[][] inputs, float[][] states);

    @Override
    void close();
}
