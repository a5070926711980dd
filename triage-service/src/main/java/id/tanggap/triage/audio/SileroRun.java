package id.tanggap.triage.audio;

import static id.tanggap.triage.audio.VoiceModel.INPUT;
import static id.tanggap.triage.audio.VoiceModel.STATE;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Set;

/** Memory for runs with one number of calls, laid out once: the runtime reads and writes it in place. */
final class SileroRun implements AutoCloseable {

    private static final int RATE = 8_000;

    /** The model's memory is [2, calls, 128]: first one half of every call, then the other. */
    private static final int HALF = STATE / 2;

    private final int calls;
    private final FloatBuffer input;
    private final FloatBuffer state;
    private final FloatBuffer nextState;
    private final FloatBuffer output;
    private final Map<String, OnnxTensor> given;
    private final Map<String, OnnxTensor> wanted;

    SileroRun(int calls) throws OrtException {
        this.calls = calls;
        input = floats(calls * INPUT);
        state = floats(calls * STATE);
        nextState = floats(calls * STATE);
        output = floats(calls);
        OrtEnvironment runtime = OrtEnvironment.getEnvironment();
        long[] stateShape = {2, calls, HALF};
        given = Map.of(
                "input", OnnxTensor.createTensor(runtime, input, new long[] {calls, INPUT}),
                "state", OnnxTensor.createTensor(runtime, state, stateShape),
                "sr", OnnxTensor.createTensor(runtime, (long) RATE));
        wanted = Map.of(
                "output", OnnxTensor.createTensor(runtime, output, new long[] {calls, 1}),
                "stateN", OnnxTensor.createTensor(runtime, nextState, stateShape));
    }

    float[] evaluate(OrtSession session, float[][] inputs, float[][] states) throws OrtException {
        for (int call = 0; call < calls; call++) {
            input.put(call * INPUT, inputs[call], 0, INPUT);
            state.put(call * HALF, states[call], 0, HALF);
            state.put((calls + call) * HALF, states[call], HALF, HALF);
        }
        session.run(given, Set.of(), wanted).close();
        float[] likelihoods = new float[calls];
        output.get(0, likelihoods);
        for (int call = 0; call < calls; call++) {
            nextState.get(call * HALF, states[call], 0, HALF);
            nextState.get((calls + call) * HALF, states[call], HALF, HALF);
        }
        return likelihoods;
    }

    @Override
    public void close() {
        given.values().forEach(OnnxTensor::close);
        wanted.values().forEach(OnnxTensor::close);
    }

    private static FloatBuffer floats(int count) {
        return ByteBuffer.allocateDirect(count * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
    }
}
