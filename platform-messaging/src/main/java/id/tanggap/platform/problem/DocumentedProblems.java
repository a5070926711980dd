package id.tanggap.platform.problem;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Operation;
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
        var schema = OASFactory.createSchema()
                .addType(org.eclipse.microprofile.openapi.models.media.Schema.SchemaType.OBJECT)
                .description("RFC 9457 problem; errors lists the fields at fault as {field, detail}");
        return OASFactory.createAPIResponse()
                .description("A problem (RFC 9457): its type is stable, its errors name the fields at fault")
                .content(OASFactory.createContent()
                        .addMediaType(
                                ProblemDetail.MEDIA_TYPE,
                                OASFactory.createMediaType().schema(schema)));
    }
}
