package id.tanggap.triage.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.triage.audio.LineListener;
import id.tanggap.triage.audio.Listening;
import id.tanggap.triage.audio.ListeningState;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What a call's row remembers of listening. Two write it: the rounds of the {@code line} package, which continue in memory,
 * and the end of the call; each under the row's lock, and each makes the other see it by the sound's version.
 */
@ApplicationScoped
public class Line {

    private final ObjectMapper json;
    private final LineListener listener;

    Line(ObjectMapper json, LineListener listener) {
        this.json = json;
        this.listener = listener;
    }

    /**
     * Continues to listen where the call's row has it.
     *
     * @throws IllegalStateException if the row does not hold such a state
     * @throws IllegalArgumentException if the state is damaged
     */
    public Listening resume(CallEvidence call) {
        return listener.resume(read(call.listening));
    }

    /** Writes what was heard into the call's row; in a call that is over nothing waits for missing chunks any more. */
    public void keep(CallEvidence call, Listening listening) {
        if (call.isOver()) {
            listener.finish(listening);
        }
        call.heard(listening.heard(), write(listening.state()));
    }

    /** The call is over: chunks that waited for missing ones are heard now. */
    public void close(CallEvidence call) {
        ListeningState state = read(call.listening);
        // Only then: a row that is written without need makes those who listen in memory begin anew.
        if (!state.waiting().isEmpty()) {
            keep(call, listener.resume(state));
        }
    }

    private ListeningState read(String state) {
        try {
            return state == null ? ListeningState.START : json.readValue(state, ListeningState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored state of listening is not readable", e);
        }
    }

    private String write(ListeningState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the state of listening cannot be written", e);
        }
    }
}
