package id.tanggap.triage.api;

import id.tanggap.platform.api.Asker;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.triage.learning.ModelStore;
import id.tanggap.triage.learning.Promotion;
import id.tanggap.triage.learning.Retraining;
import id.tanggap.triage.learning.StoredModel;
import id.tanggap.triage.learning.trial.Verdict;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseStatus;

/** The models that triage scores with, and who of them may. */
@Path("/api/v1/models")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({"operations", "supervisor"})
public class ModelsResource {

    private final Transactions transactions;
    private final ModelStore models;
    private final Retraining retraining;
    private final Promotion promotion;
    private final Asker asker;

    ModelsResource(
            Transactions transactions, ModelStore models, Retraining retraining, Promotion promotion, Asker asker) {
        this.transactions = transactions;
        this.models = models;
        this.retraining = retraining;
        this.promotion = promotion;
        this.asker = asker;
    }

    @GET
    @Operation(summary = "The newest 100 models, newest first")
    public Uni<List<ModelView>> list() {
        return transactions
                .read(models::all)
                .map(found -> found.stream().map(ModelView::of).toList());
    }

    @GET
    @Path("{version}")
    @Operation(summary = "The document of a model, as it can be checked and loaded elsewhere")
    public Uni<String> get(@PathParam("version") @Size(max = 80) String version) {
        return transactions.read(session -> models.find(session, version)).map(found -> found.map(StoredModel::document)
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no model of this version.")));
    }

    @GET
    @Path("{version}/trial")
    @Operation(summary = "How the challenger compares with the champion on recent labelled calls")
    public Uni<Verdict> trial(@PathParam("version") @Size(max = 80) String version) {
        return promotion.trial(version);
    }

    @POST
    @Path("train")
    @ResponseStatus(201)
    @Operation(summary = "Trains a challenger on labelled calls; it scores in the shadow until it is promoted")
    public Uni<ModelView> train() {
        return retraining.train(asker.name()).map(ModelView::of);
    }

    @POST
    @Path("{version}/promote")
    @Operation(summary = "Makes the challenger champion if it misses no more genuine calls and is better calibrated")
    public Uni<Verdict> promote(@PathParam("version") @Size(max = 80) String version) {
        return promotion.promote(version, asker.name());
    }

    @POST
    @Path("rollback")
    @Operation(summary = "Makes the champion before the present one champion again")
    public Uni<ModelView> rollback() {
        return promotion.rollback(asker.name()).map(ModelView::of);
    }
}
