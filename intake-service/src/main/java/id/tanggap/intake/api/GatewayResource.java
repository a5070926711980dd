package id.tanggap.intake.api;

import id.tanggap.intake.audio.AudioFormat;
import id.tanggap.intake.call.Announcements;
import id.tanggap.intake.call.CallId;
import id.tanggap.intake.call.Calls;
import id.tanggap.intake.call.Receipt;
import id.tanggap.intake.caller.PhoneNumbers;
import id.tanggap.intake.messaging.AudioLine;
import id.tanggap.intake.metrics.IntakeMetrics;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;

/** What the telephony gateway tells. Each request may be repeated, and events may come in any order. */
@Path("/api/v1/calls")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Roles.GATEWAY)
public class GatewayResource {

    private final Announcements announcements;
    private final Transactions transactions;
    private final Calls calls;
    private final AudioLine audio;
    private final PhoneNumbers numbers;
    private final Times times;
    private final IntakeMetrics metrics;
    private final Trials trials;

    GatewayResource(
            Announcements announcements,
            Transactions transactions,
            Calls calls,
            AudioLine audio,
            PhoneNumbers numbers,
            Times times,
            IntakeMetrics metrics,
            Trials trials) {
        this.announcements = announcements;
        this.transactions = transactions;
        this.calls = calls;
        this.audio = audio;
        this.numbers = numbers;
        this.times = times;
        this.metrics = metrics;
        this.trials = trials;
    }

    @POST
    @RolesAllowed({Roles.GATEWAY, Roles.SYNTHETIC})
    @Operation(summary = "Announce a call")
    @APIResponse(responseCode = "201", description = "Accepted: on disk, and on its way to all who need to know")
    @APIResponse(responseCode = "200", description = "Accepted before with the same content; the same answer")
    @APIResponse(responseCode = "409", description = "Announced before with other content")
    public Uni<RestResponse<Receipt>> announce(@NotNull @Valid AnnounceRequest request) {
        trials.announce(request);
        var announcement = request.announcement(numbers, times);
        return announcements
                .announce(announcement)
                .invoke(announced ->
                        metrics.announced(announced.receipt().callerKind(), announced.repeated(), announced.test()))
                .map(announced -> announced.repeated()
                        ? RestResponse.ok(announced.receipt())
                        : RestResponse.ResponseBuilder.<Receipt>created(
                                        URI.create("/api/v1/calls/" + announcement.callId()))
                                .entity(announced.receipt())
                                .build());
    }

    @POST
    @Path("/{callId}/events")
    @RolesAllowed({Roles.GATEWAY, Roles.SYNTHETIC})
    @Operation(
            summary = "Tell an event of a call",
            description =
                    "One of a call that is not announced yet is kept for when it is. It does not count if the call then"
                            + " proves to have started more than 5 minutes after it, and of a call that is announced such an event is"
                            + " refused: a wrong clock or another call.")
    @APIResponse(responseCode = "202", description = "Accepted, now or before")
    @APIResponse(responseCode = "409", description = "This seq was another event before")
    public Uni<RestResponse<Void>> event(
            @PathParam("callId") @CallId String callId, @NotNull @Valid EventRequest request) {
        trials.touch(callId);
        var signal = request.signal(times);
        return transactions
                .inTransaction(session -> calls.signal(session, callId, signal))
                .replaceWith(RestResponse::accepted);
    }

    @POST
    @Path("/{callId}/audio")
    @Consumes("audio/*")
    @Operation(
            summary = "Hand over sound of a call",
            description =
                    "audio/basic (G.711 mu-law) or audio/L16;rate=8000 (big-endian), numbered from 0 by seq. Chunks of"
                            + " a quarter of a second to a few seconds.")
    @APIResponse(responseCode = "202", description = "On the broker")
    @APIResponse(
            responseCode = "503",
            description = "Not on the broker, or not known to be: send it again or let it go")
    public Uni<RestResponse<Void>> audio(
            @PathParam("callId") @CallId String callId,
            // A number here would make a wrong one a 404, without a word on what is wrong.
            @QueryParam("seq")
                    @NotNull
                    @Pattern(regexp = "\\d{1,6}", message = "must be a whole number from 0 to 999999")
                    String seq,
            @HeaderParam(HttpHeaders.CONTENT_TYPE) MediaType type,
            byte[] sound) {
        AudioFormat format = Optional.ofNullable(type)
                .flatMap(given -> AudioFormat.of(given.getSubtype(), given.getParameters()))
                .orElseThrow(() ->
                        Problem.of(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Sound is audio/basic or audio/L16;rate=8000."));
        if (sound.length == 0 || !format.isWhole(sound.length)) {
            throw Problem.invalid(
                    "body", sound.length == 0 ? "must not be empty" : "must not end in the middle of a sample");
        }
        return audio.send(callId, Integer.parseInt(seq), format, sound)
                .invoke(metrics::sound)
                .replaceWith(RestResponse::accepted);
    }
}
