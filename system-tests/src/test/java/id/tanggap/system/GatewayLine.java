package id.tanggap.system;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.replay.scenario.Sounds;
import id.tanggap.local.stack.Names;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** An answered call as its gateway tells of it, its sound in chunks of 250 ms. */
final class GatewayLine {
    private static final int CHUNKS_A_SECOND = 4;

    private final PatientClient client;
    private final Endpoints endpoints;
    private final String callId;
    private final String sound;
    private final Sounds sounds = new Sounds();
    private final Instant answeredAt = Instant.now();
    private int sent;

    GatewayLine(PatientClient client, Endpoints endpoints, String callId, String number, String sound)
            throws NotAccepted, InterruptedException {
        this.client = client;
        this.endpoints = endpoints;
        this.callId = callId;
        this.sound = sound;
        client.send(Request.post(
                endpoints.calls(),
                Names.GATEWAY,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("callId", callId)
                        .put("from", number)
                        .put("to", "112")
                        .put("startedAt", answeredAt.toString())));
        event(1, "ANSWERED", answeredAt);
    }

    String callId() {
        return callId;
    }

    /** Returns when the next 250 ms are accepted. */
    void speak() throws NotAccepted, InterruptedException {
        byte[] second = sounds.second(sound, sent / CHUNKS_A_SECOND);
        int length = second.length / CHUNKS_A_SECOND;
        int from = sent % CHUNKS_A_SECOND * length;
        client.send(Request.audio(
                URI.create(endpoints.call(callId, "audio") + "?seq=" + sent),
                Names.GATEWAY,
                Sounds.MEDIA_TYPE,
                Arrays.copyOfRange(second, from, from + length)));
        sent++;
    }

    /** Ends after this time, whenever that is told. */
    void end(Duration talk) throws NotAccepted, InterruptedException {
        event(2, "ENDED", answeredAt.plus(talk));
    }

    private void event(int seq, String type, Instant at) throws NotAccepted, InterruptedException {
        client.send(Request.post(
                endpoints.call(callId, "events"),
                Names.GATEWAY,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("type", type)
                        .put("at", at.toString())
                        .put("seq", seq)));
    }
}
