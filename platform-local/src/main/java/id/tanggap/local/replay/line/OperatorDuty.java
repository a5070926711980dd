package id.tanggap.local.replay.line;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.local.replay.http.Accepted;
import id.tanggap.local.replay.http.Endpoints;
import id.tanggap.local.replay.http.NotAccepted;
import id.tanggap.local.replay.http.PatientClient;
import id.tanggap.local.replay.http.Request;
import id.tanggap.local.replay.scenario.PlannedCall;
import id.tanggap.local.replay.scenario.PlannedReport;

/** What an operator writes about a call. */
final class OperatorDuty {
    private final PatientClient client;
    private final Endpoints endpoints;
    private final Ledger ledger;

    OperatorDuty(PatientClient client, Endpoints endpoints, Ledger ledger) {
        this.client = client;
        this.endpoints = endpoints;
        this.ledger = ledger;
    }

    /** The same call's report again carries the same key, and so is the same report. */
    void report(String operator, String callId, PlannedCall call, PlannedReport report)
            throws NotAccepted, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("category", report.category());
        body.put("text", report.text());
        body.put("lifeThreat", report.lifeThreat());
        ObjectNode reporter = body.putObject("reporter");
        report.reporterName().ifPresent(name -> reporter.put("name", name));
        report.contact().ifPresent(contact -> reporter.put("contact", contact));
        ObjectNode location = body.putObject("location")
                .put("lat", call.place().lat())
                .put("lon", call.place().lon())
                .put("kecamatan", call.place().kecamatan())
                .put("desa", call.place().desa());
        call.place().address().ifPresent(address -> location.put("address", address));
        Request request =
                Request.post(endpoints.call(callId, "report"), operator, body).withKey(callId + "-report");
        Accepted accepted = client.send(request);
        ledger.report(callId, accepted.body().path("reportId").asText(), accepted.atNanos());
    }

    void disposition(String operator, String callId, String disposition) throws NotAccepted, InterruptedException {
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("disposition", disposition);
        client.send(Request.post(endpoints.call(callId, "disposition"), operator, body));
        ledger.disposition(callId, disposition);
    }
}
