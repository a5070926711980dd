package id.tanggap.local.replay.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.replay.http.Accepted;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.replay.scenario.PlannedCall;
import id.tanggap.local.replay.scenario.Sounds;
import id.tanggap.local.stack.Names;
import java.net.URI;
import java.time.Instant;

/** The telephone exchange's side of a call; what was accepted is in the ledger when a method returns. */
final class Gateway {
    private static final String EMERGENCY_NUMBER = "112";
    /** Of an announcement; one that is known already is answered with 200. */
    private static final int CREATED = 201;

    private static final int NETWORK_RADIUS_METRES = 1_500;
    private static final double NETWORK_CONFIDENCE = 0.67;

    private final PatientClient client;
    private final Endpoints endpoints;
    private final Ledger ledger;
    private final Sounds sounds = new Sounds();

    Gateway(PatientClient client, Endpoints endpoints, Ledger ledger) {
        this.client = client;
        this.endpoints = endpoints;
        this.ledger = ledger;
    }

    void announce(String callId, PlannedCall call) throws NotAccepted, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("callId", callId);
        call.number().ifPresent(number -> body.put("from", number));
        body.put("to", EMERGENCY_NUMBER);
        body.put("startedAt", call.startedAt().toString());
        body.putObject("location")
                .put("lat", call.place().lat())
                .put("lon", call.place().lon())
                .put("radiusM", NETWORK_RADIUS_METRES)
                .put("confidence", NETWORK_CONFIDENCE)
                .put("source", "NETWORK")
                .put("at", call.startedAt().toString());
        Accepted accepted = client.send(Request.post(endpoints.calls(), Names.GATEWAY, body));
        if (accepted.attempt() == 1 && accepted.status() == CREATED) {
            ledger.announcementTook(accepted.tookNanos());
        }
        ledger.announced(callId);
    }

    void event(String callId, int seq, String type, Instant at) throws NotAccepted, InterruptedException {
        send(callId, event(seq, type, at));
        ledger.event(callId, type);
    }

    void dtmf(String callId, int seq, String digits, Instant at) throws NotAccepted, InterruptedException {
        send(callId, event(seq, "DTMF", at).put("digits", digits));
        ledger.event(callId, "DTMF:" + digits);
    }

    void audio(String callId, String sound, int second) throws NotAccepted, InterruptedException {
        URI uri = URI.create(endpoints.call(callId, "audio") + "?seq=" + second);
        client.send(Request.audio(uri, Names.GATEWAY, Sounds.MEDIA_TYPE, sounds.second(sound, second)));
        ledger.audio(callId, second);
    }

    private static ObjectNode event(int seq, String type, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", type)
                .put("at", at.toString())
                .put("seq", seq);
    }

    private void send(String callId, ObjectNode event) throws NotAccepted, InterruptedException {
        client.send(Request.post(endpoints.call(callId, "events"), Names.GATEWAY, event));
    }
}
