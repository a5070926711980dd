package id.tanggap.triage.audio;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.OrtSession.SessionOptions;

/**
 * Silero VAD v6 at 8 kHz in ONNX Runtime, on one thread: 1.5 ms of one core for each second of a call when many are heard
 * together, 2.4 ms when alone. Its memory is native, about 30 MB, and outside the Java heap.
 */
public final class SileroModel implements VoiceModel {

    private final OrtSession session;
    private final SileroRun[] runs = new SileroRun[MOST_CALLS + 1];

    private SileroModel(OrtSession session) {
        this.session = session;
    }

    /**
     * Loads the model from the class path.
     *
     * @throws VoiceModelException if the file or the native library is missing or wrong
     */
    public static SileroModel load() {
        byte[] model = ModelFile.SILERO.read();
        try (SessionOptions options = new SessionOptions()) {
            // Calls are many and a core is shared: more threads for one run would only wait for each other.
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.setExecutionMode(SessionOptions.ExecutionMode.SEQUENTIAL);
            // An arena keeps what the largest batch once needed.
            options.setCPUArenaAllocator(false);
            options.setMemoryPatternOptimization(false);
            return new SileroModel(OrtEnvironment.getEnvironment().createSession(model, options));
        } catch (OrtException | LinkageError | IllegalStateException e) {
            // The runtime throws errors of the linker where its native library does not load.
            throw new VoiceModelException("the voice model does not load: " + e.getMessage(), e);
        }
    }

    @Override
    public synchronized float[] evaluate(float[][] inputs, float[][] states) {
        int calls = inputs.length;
        if (calls == 0 || calls > MOST_CALLS || states.length != calls) {
            throw new IllegalArgumentException(calls + " windows with " + states.length + " states in one run");
        }
        try {
            if (runs[calls] == null) {
                runs[calls] = new SileroRun(calls);
            }
            return runs[calls].evaluate(session, inputs, states);
        } catch (OrtException e) {
            throw new IllegalStateException("the voice model failed", e);
        }
    }

    @Override
    public synchronized void close() {
        try {
            for (SileroRun run : runs) {
                if (run != null) {
                    run.close();
                }
            }
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("the voice model does not close", e);
        }
    }
}
