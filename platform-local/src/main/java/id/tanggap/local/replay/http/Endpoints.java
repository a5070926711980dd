package id.tanggap.local.replay.http;

import id.tanggap.local.stack.SystemConfig;
import java.net.URI;

/** Addresses of the public interfaces that the replay uses. */
public record Endpoints(URI intake, URI triage, URI ticket, URI notification) {

    public static Endpoints of(SystemConfig system) {
        return new Endpoints(
                base(system, "intake-service"),
                base(system, "triage-service"),
                base(system, "ticket-service"),
                base(system, "notification-service"));
    }

    /** Where only calls and tickets are asked for; the addresses are the services' own, without a path. */
    public static Endpoints at(URI intake, URI ticket) {
        return new Endpoints(base(intake), null, base(ticket), null);
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

    public URI assessments(String callId) {
        return URI.create(triage + "/assessments/" + callId);
    }

    public URI silentStream() {
        return URI.create(triage + "/silent-calls/stream");
    }

    public URI silentCall(String callId) {
        return URI.create(triage + "/silent-calls/" + callId);
    }

    /** {@code part}: {@code prompt} or {@code call-backs}. */
    public URI silentCall(String callId, String part) {
        return URI.create(silentCall(callId) + "/" + part);
    }

    public URI tickets() {
        return URI.create(ticket + "/tickets");
    }

    public URI ticket(String ticketId) {
        return URI.create(tickets() + "/" + ticketId);
    }

    /** What an agency says of its part. */
    public URI ticketCommands(String ticketId) {
        return URI.create(ticket(ticketId) + "/commands");
    }

    /** Whether the report is true. */
    public URI ticketVerification(String ticketId) {
        return URI.create(ticket(ticketId) + "/verification");
    }

    /** Whether the history of all tickets is whole. */
    public URI historyVerification() {
        return URI.create(ticket + "/history/verification");
    }

    /** {@code status}: {@code OPEN} or {@code CLOSED}. */
    public URI callBacks(String status) {
        return URI.create(ticket + "/call-backs?status=" + status);
    }

    public URI callBackOutcome(String taskId) {
        return URI.create(ticket + "/call-backs/" + taskId + "/outcome");
    }

    public URI ticketStream() {
        return URI.create(notification + "/tickets/stream");
    }

    public URI subscriptions() {
        return URI.create(notification + "/subscriptions");
    }

    private static URI base(SystemConfig system, String service) {
        return base(URI.create(system.url(service)));
    }

    private static URI base(URI service) {
        return service.resolve("/api/v1");
    }
}
