package id.tanggap.triage.support;

import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.Set;

/** The published schemas, with formats checked. */
public final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Schemas() {}

    /** What breaks the schema of assessments in this JSON; empty if nothing does. */
    public static Set<ValidationMessage> faults(String assessment) {
        return faults("triage.assessment.v1", assessment);
    }

    /** What breaks the schema of this topic in this JSON; empty if nothing does. */
    public static Set<ValidationMessage> faults(String topic, String json) {
        return FACTORY.getSchema(
                        Schemas.class.getResourceAsStream("/META-INF/tanggap/schemas/" + topic + ".schema.json"))
                .validate(json, InputFormat.JSON, execution -> execution
                        .getExecutionConfig()
                        .setFormatAssertionsEnabled(true));
    }
}
