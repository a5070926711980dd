package id.tanggap.triage.audio;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Listens to any number of calls with one voice model: chunks of several calls that are handed in together share its runs,
 * which costs less than half. Safe for many threads as long as one call is in one thread at a time.
 *
 * <p>Without a model (its native library does not load on this machine) keys are still heard, and of everything else it
 * says that it is missing: unsure, not wrong.
 */
public final class LineListener {

    private final Optional<VoiceModel> voices;
    private final SoundClassifier sounds = SoundClassifier.TRAINED;

    private LineListener(Optional<VoiceModel> voices) {
        this.voices = voices;
    }

    public static LineListener with(VoiceModel voices) {
        return new LineListener(Optional.of(voices));
    }

    public static LineListener withoutModel() {
        return new LineListener(Optional.empty());
    }

    /**
     * A chunk of a call.
     *
     * @param live whether more is to come, so that an early chunk may wait for its turn
     */
    public record Turn(Listening call, Chunk chunk, boolean live) {}

    /**
     * Continues to listen to a call, or begins.
     *
     * @throws IllegalArgumentException if the state is of another version or damaged
     */
    public Listening resume(ListeningState state) {
        return new Listening(sounds, state);
    }

    /**
     * Hears a chunk.
     *
     * @throws IllegalArgumentException if it is no sound; nothing has changed then
     */
    public void hear(Listening call, Chunk chunk, boolean live) {
        call.take(chunk, live);
        settle(List.of(call));
    }

    /**
     * Hears chunks of several calls, in the order given.
     *
     * @return those that are no sound; they changed nothing
     */
    public List<Turn> hear(List<Turn> turns) {
        List<Turn> refused = new ArrayList<>();
        for (Turn turn : turns) {
            try {
                turn.call().take(turn.chunk(), turn.live());
            } catch (IllegalArgumentException e) {
                refused.add(turn);
            }
        }
        settle(turns.stream().map(Turn::call).distinct().toList());
        return refused;
    }

    /** Hears what still waits for missing chunks: nothing more is expected. */
    public void finish(Listening call) {
        call.takeRest();
        settle(List.of(call));
    }

    private void settle(List<Listening> calls) {
        voices.ifPresentOrElse(
                model -> {
                    List<Ear> ears = new ArrayList<>();
                    calls.forEach(call -> ears.addAll(call.ears()));
                    settle(model, ears);
                    calls.forEach(Listening::settled);
                },
                () -> calls.forEach(Listening::unheard));
    }

    /** A call's windows are heard one after the other, so a run takes one window of each call that still has any. */
    private static void settle(VoiceModel model, List<Ear> ears) {
        List<Ear> waiting = new ArrayList<>(ears);
        for (waiting.removeIf(ear -> !ear.isWaiting()); !waiting.isEmpty(); waiting.removeIf(ear -> !ear.isWaiting())) {
            for (int from = 0; from < waiting.size(); from += VoiceModel.MOST_CALLS) {
                run(model, waiting.subList(from, Math.min(waiting.size(), from + VoiceModel.MOST_CALLS)));
            }
        }
    }

    private static void run(VoiceModel model, List<Ear> ears) {
        float[][] inputs = new float[ears.size()][];
        float[][] states = new float[ears.size()][];
        for (int i = 0; i < inputs.length; i++) {
            inputs[i] = ears.get(i).input();
            states[i] = ears.get(i).voice();
        }
        float[] likelihoods = model.evaluate(inputs, states);
        for (int i = 0; i < inputs.length; i++) {
            ears.get(i).settle(likelihoods[i]);
        }
    }
}
