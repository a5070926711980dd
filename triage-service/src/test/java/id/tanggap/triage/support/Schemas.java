package id.tanggap.triage.support;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** The published schema, with formats checked. */
public final class Schemas {

    private static final JsonSchema ASSESSMENT = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
            .getSchema(Schemas.class.getResourceAsStream("/META-INF/tanggap/schemas/triage.assessment.v1.schema.json"));

    private Schemas() {}

    /** What breaks the schema of assessments in this JSON; empty if nothing does. */
    public static Set<ValidationMessage> faults(String assessment) {
        return ASSESSMENT.validate(assessment, InputFormat.JSON, execution -> execution
                .getExecutionConfig()
                .setFormatAssertionsEnabled(true));
    }
}
