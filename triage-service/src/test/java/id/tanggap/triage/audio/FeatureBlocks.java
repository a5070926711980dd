package id.tanggap.triage.audio;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Lets the trainer see a sound exactly as the service does. */
public final class FeatureBlocks {

    private FeatureBlocks() {}

    /** The features of each half second that is more than a quiet line. */
    public static List<float[]> of(short[] sound) {
        NoiseReducer reducer = new NoiseReducer();
        SoundFeatures features = new SoundFeatures();
        float[] hop = new float[NoiseReducer.HOP];
        float[] unused = new float[NoiseReducer.HOP];
        List<float[]> blocks = new ArrayList<>();
        double power = 0;
        for (int start = 0; start + hop.length <= sound.length; start += hop.length) {
            for (int i = 0; i < hop.length; i++) {
                hop[i] = sound[start + i] / Ear.FULL_SCALE;
                power += hop[i] * hop[i];
            }
            reducer.accept(hop, unused, 0);
            float[] block = features.accept(reducer.power(), hop);
            if (block != null) {
                if (power / hop.length / SoundFeatures.HOPS > Ear.QUIET) {
                    blocks.add(block);
                }
                power = 0;
            }
        }
        return blocks;
    }

    /** What the feature with this number is. */
    public static String name(int feature) {
        List<String> names = new ArrayList<>();
        for (int band = 0; band < SoundFeatures.BANDS; band++) {
            names.add("band-" + SoundFeatures.hertz(band));
        }
        names.addAll(Arrays.asList(
                "spread-low", "spread-middle", "spread-high", "flux", "tonal", "tonal-spread", "range", "distance"));
        names.addAll(
                Arrays.asList("clarity", "voiced", "high-pitch", "pitch", "pitch-spread", "glide", "buzz", "thump"));
        return (feature < names.size() ? "" : "recent-") + names.get(feature % names.size());
    }
}
