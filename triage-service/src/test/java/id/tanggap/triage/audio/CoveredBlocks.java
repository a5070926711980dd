package id.tanggap.triage.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lets the trainer see what the voice model remembers of a sound exactly as the service does. */
public final class CoveredBlocks implements AutoCloseable {

    /** Sounds that are heard together. */
    public static final int MOST_SOUNDS = VoiceModel.MOST_CALLS;

    private static final int WINDOWS = SoundFeatures.HOPS * NoiseReducer.HOP / VoiceModel.WINDOW;

    private final SileroModel model = SileroModel.load();

    /** The features of each half second of each sound; all sounds are equally long. */
    public List<List<float[]>> of(List<short[]> sounds) {
        List<float[]> quieter = sounds.stream().map(CoveredBlocks::reduced).toList();
        float[][] states = new float[sounds.size()][VoiceModel.STATE];
        List<CoveredVoice> ears =
                sounds.stream().map(sound -> new CoveredVoice()).toList();
        List<List<float[]>> blocks = sounds.stream()
                .map(sound -> (List<float[]>) new ArrayList<float[]>())
                .toList();
        int windows = sounds.getFirst().length / VoiceModel.WINDOW;
        for (int window = 0; window < windows; window++) {
            int from = window * VoiceModel.WINDOW;
            float[][] inputs = quieter.stream()
                    .map(sound -> Arrays.copyOfRange(sound, from, from + VoiceModel.INPUT))
                    .toArray(float[][]::new);
            model.evaluate(inputs, states);
            for (int i = 0; i < ears.size(); i++) {
                ears.get(i).accept(states[i]);
                if ((window + 1) % WINDOWS == 0) {
                    blocks.get(i).add(ears.get(i).describe());
                }
            }
        }
        return blocks;
    }

    /** With the context of the first window in front. */
    private static float[] reduced(short[] sound) {
        NoiseReducer reducer = new NoiseReducer();
        float[] hop = new float[NoiseReducer.HOP];
        float[] out = new float[VoiceModel.CONTEXT + sound.length];
        for (int start = 0; start + hop.length <= sound.length; start += hop.length) {
            for (int i = 0; i < hop.length; i++) {
                hop[i] = sound[start + i] / Ear.FULL_SCALE;
            }
            reducer.accept(hop, out, VoiceModel.CONTEXT + start);
        }
        return out;
    }

    @Override
    public void close() {
        model.close();
    }
}
