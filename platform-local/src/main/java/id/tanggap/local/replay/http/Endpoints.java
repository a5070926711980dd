package id.tanggap.local.replay.http;

import id.tanggap.local.stack.Ports;
import java.net.URI;

/** Addresses of the public interfaces that the replay uses. */
public record Endpoints(URI intake, URI ticket) {

    public static Endpoints of(Ports ports) {
        return new Endpoints(base(ports.intake()), base(ports.ticket()));
    }

    public URI calls() {
        return URI.create(intake + "/calls");
    }

    public URI call(String callId) {
        return URI.create(intake + "/calls/" + callId);
    }

    public URI call(String callId, String part) {
        return URI.create(call(callId) + "/" + part);
    }

    public URI tickets(String query) {
        return URI.create(ticket + "/tickets" + query);
    }

    private static URI base(int port) {
        return URI.create("http://127.0.0.1:" + port + "/api/v1");
    }
}
