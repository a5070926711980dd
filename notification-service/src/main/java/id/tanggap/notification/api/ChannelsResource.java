package id.tanggap.notification.api;

import id.tanggap.notification.channel.ChannelKind;
import id.tanggap.notification.channel.Channels;
import id.tanggap.notification.channel.webpush.BrowserKey;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;

/** Over which channels this installation can reach people. */
@Path("/api/v1/channels")
@RolesAllowed({Caller.AGENCY, Caller.OPERATIONS})
public class ChannelsResource {

    /**
     * What may be subscribed.
     *
     * @param offered kinds of channels, WEBHOOK always
     * @param webPushKey what a browser subscribes with (VAPID, RFC 8292): an uncompressed P-256 point in Base64url
     */
    public record Offer(List<ChannelKind> offered, Optional<String> webPushKey) {}

    private final Channels channels;
    private final BrowserKey key;

    ChannelsResource(Channels channels, BrowserKey key) {
        this.channels = channels;
        this.key = key;
    }

    @GET
    @Operation(
            summary = "The channels that are offered",
            description = "With the public key by which browsers subscribe to web push, where that is offered.")
    public Offer get() {
        return new Offer(
                Stream.concat(Stream.of(ChannelKind.WEBHOOK), channels.offered().stream())
                        .sorted()
                        .toList(),
                key.publicKey());
    }
}
