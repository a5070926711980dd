package id.tanggap.notification.api;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.delivery.TestTicket;
import id.tanggap.notification.delivery.policy.AttemptResult;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** The button "send a test ticket". */
@Path("/api/v1/subscriptions/{id}/test")
@RolesAllowed(Caller.AGENCY)
public class SubscriptionTestResource {

    /**
     * What the receiver did with a test ticket.
     *
     * @param webhookId as the receiver saw it, of a webhook
     * @param channel over which it went
     * @param httpStatus what it answered; absent if it did not
     * @param reason why there is no answer
     * @param answer the first 1 KB of it
     */
    public record TestView(
            UUID webhookId,
            ChannelKind channel,
            boolean arrived,
            Optional<Integer> httpStatus,
            Optional<String> reason,
            Optional<String> answer,
            long tookMillis) {

        @Override
        public String toString() {
            return "TestView[webhookId=" + webhookId + "]";
        }
    }

    private final TestTicket ticket;
    private final Caller caller;

    SubscriptionTestResource(TestTicket ticket, Caller caller) {
        this.ticket = ticket;
        this.caller = caller;
    }

    @POST
    @Operation(
            summary = "Send a test ticket",
            description = "Over its first channel, a webhook signed and guarded as every other, its change and category"
                    + " TEST. Answers with what the receiver answered.")
    public Uni<TestView> test(UUID id) {
        return ticket.send(caller.agency(), id).map(SubscriptionTestResource::view);
    }

    private static TestView view(TestTicket.Tested tested) {
        long took = tested.took().toMillis();
        return switch (tested.result()) {
            case AttemptResult.Answered(int status, String text) ->
                new TestView(
                        tested.webhookId(),
                        tested.channel(),
                        status >= 200 && status < 300,
                        Optional.of(status),
                        Optional.empty(),
                        Optional.of(text).filter(said -> !said.isEmpty()),
                        took);
            case AttemptResult.Failed(var reason) ->
                new TestView(
                        tested.webhookId(),
                        tested.channel(),
                        false,
                        Optional.empty(),
                        Optional.of(reason.name()),
                        Optional.empty(),
                        took);
        };
    }
}
