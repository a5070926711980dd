package id.tanggap.notification.api;

import id.tanggap.notification.channel.Receipt;
import id.tanggap.notification.channel.whatsapp.WhatsAppReceipts;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Event;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;

/**
 * Where Meta tells what became of WhatsApp messages. Meta bears no token of ours: each request is known by its signature, and
 * nothing of one without is read.
 */
@Path("/api/v1/channels/whatsapp/webhook")
@PermitAll
public class WhatsAppWebhookResource {

    private final WhatsAppReceipts whatsApp;
    private final Event<Receipt> receipts;

    WhatsAppWebhookResource(WhatsAppReceipts whatsApp, Event<Receipt> receipts) {
        this.whatsApp = whatsApp;
        this.receipts = receipts;
    }

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Meta's question whether this address wants its webhooks")
    public String challenge(
            @QueryParam("hub.mode") @DefaultValue("") String mode,
            @QueryParam("hub.verify_token") @DefaultValue("") String token,
            @QueryParam("hub.challenge") @DefaultValue("") String challenge) {
        offered();
        return whatsApp.challenge(mode, token, challenge)
                .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN, "This is not the question that was agreed on."));
    }

    /** Answers 200 once all is kept; else Meta tells it again. */
    @POST
    @Blocking
    @Consumes(MediaType.WILDCARD)
    @Operation(summary = "What Meta tells of messages", description = "Signed with X-Hub-Signature-256.")
    public Response told(@HeaderParam("X-Hub-Signature-256") @DefaultValue("") String signature, byte[] body) {
        offered();
        if (!whatsApp.genuine(body, signature)) {
            throw Problem.of(ProblemType.UNAUTHORIZED, "The signature does not sign this body.");
        }
        try {
            whatsApp.read(body).forEach(receipts::fire);
            return Response.ok().build();
        } catch (IllegalArgumentException e) {
            throw Problem.of(ProblemType.MALFORMED_JSON, "The body is no JSON.");
        }
    }

    private void offered() {
        if (!whatsApp.offered()) {
            throw Problem.of(ProblemType.NOT_FOUND, "WhatsApp is not offered here.");
        }
    }
}
