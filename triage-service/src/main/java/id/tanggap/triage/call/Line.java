package id.tanggap.triage.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.triage.audio.Chunk;
import id.tanggap.triage.audio.LineListener;
import id.tanggap.triage.audio.Listening;
import id.tanggap.triage.audio.ListeningState;
import jakarta.enterprise.context.ApplicationScoped;

/** Listens to a call's sound, continuing from what its evidence remembers. */
@ApplicationScoped
public class Line {

    private final ObjectMapper json;
    private final LineListener listener;

    Line(ObjectMapper json, LineListener listener) {
        this.json = json;
        this.listener = listener;
    }

    /** Hears one more chunk. */
    public void hear(CallEvidence call, Chunk chunk) {
        Listening listening = listener.resume(read(call.listening));
        listener.hear(listening, chunk, !call.isOver());
        keep(call, listening);
    }

    /** The call is over: chunks that waited for missing ones are heard now. */
    public void close(CallEvidence call) {
        if (call.listening != null) {
            Listening listening = listener.resume(read(call.listening));
            listener.finish(listening);
            keep(call, listening);
        }
    }

    private void keep(CallEvidence call, Listening listening) {
        call.listening = write(listening.state());
        call.heard(listening.heard());
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
