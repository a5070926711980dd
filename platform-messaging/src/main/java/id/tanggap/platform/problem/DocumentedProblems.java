package id.tanggap.platform.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;

/** Adds to every documented operation that anything else is answered with a problem. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class DocumentedProblems implements OASFilter {

    @Override
    public Operation filterOperation(Operation operation) {
        if (operation.getResponses() != null) {
            operation.getResponses().setDefaultValue(problem());
        }
        return operation;
    }

    private static APIResponse problem() {
        Schema fault = object("A field at fault")
                .addProperty("field", text("Its path in the body, or the name of a parameter"))
                .addProperty("detail", text("What it must be"));
        Schema schema = object("RFC 9457 problem")
                .addProperty("type", text("urn:tanggap:problem:<code>; a code never changes its meaning"))
                .addProperty("title", text("The same for every occurrence"))
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text("What is wrong this time; may be absent"))
                .addProperty("instance", text("The path that was asked for"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema().addType(SchemaType.ARRAY).items(fault));
        return OASFactory.createAPIResponse()
                .description("A problem (RFC 9457): its type is stable, its errors name the fields at fault")
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDetail.MEDIA_TYPE,
                                OASFactory.createMediaType().schema(schema)));
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(SchemaType.STRING).description(description);
    }
}
