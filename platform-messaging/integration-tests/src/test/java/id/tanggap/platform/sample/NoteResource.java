package id.tanggap.platform.sample;

import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;

/** The library as a service meets it. */
@Path("/api/v1/notes")
public class NoteResource {

    /** Colours a note may have. */
    public enum Colour {
        RED,
        GREEN
    }

    /** Where a note was written. */
    public record Place(@NotNull @Max(90) Double lat) {}

    /** Request to write notes, one event each. */
    public record Request(
            @NotBlank @Size(max = 20) String noteId,
            @NotNull List<@NotBlank String> texts,
            Colour colour,
            Instant at,
            @Valid Place place,
            int weight,
            boolean fail) {}

    private final Transactions transactions;
    private final Outbox outbox;

    NoteResource(Transactions transactions, Outbox outbox) {
        this.transactions = transactions;
        this.outbox = outbox;
    }

    @POST
    @PermitAll
    public Uni<Integer> write(@Valid @NotNull Request request) {
        return transactions.inTransaction(session -> {
            Uni<Void> appended = Uni.createFrom().voidItem();
            for (int i = 0; i < request.texts().size(); i++) {
                var event = new OutboxEvent(
                        "sample.note.v1",
                        request.noteId(),
                        "id.tanggap.sample.note.v1",
                        request.noteId(),
                        i + 1L,
                        Instant.now(),
                        new NoteWritten(request.noteId(), request.texts().get(i)));
                appended = appended.chain(() -> outbox.append(session, event));
            }
            return appended.chain(() -> request.fail()
                    ? Uni.createFrom().failure(new IllegalStateException("secret inner detail " + EventIds.next()))
                    : Uni.createFrom().item(request.texts().size()));
        });
    }

    @GET
    @PermitAll
    public String read(@QueryParam("count") @Max(10) int count) {
        throw Problem.of(ProblemType.NOT_FOUND, "No note today.");
    }

    @GET
    @Path("/of/{author}")
    @PermitAll
    public String by(@PathParam("author") String author) {
        return author;
    }

    @GET
    @Path("/secret")
    @RolesAllowed("operator")
    public String secret() {
        return "secret";
    }
}
