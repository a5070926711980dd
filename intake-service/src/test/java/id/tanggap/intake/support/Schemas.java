package id.tanggap.intake.support;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The published schemas of this service. */
public final class Schemas {

    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private Schemas() {}

    /** What is wrong with the data by the schema of this name. */
    public static List<String> faults(String base, JsonNode data) {
        try (InputStream source =
                Schemas.class.getResourceAsStream("/META-INF/tanggap/schemas/" + base + ".schema.json")) {
            return faults(source, data);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public static List<String> faults(InputStream schema, JsonNode data) {
        JsonSchema read = FACTORY.getSchema(
                schema,
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
        return read.validate(data).stream().map(Object::toString).sorted().toList();
    }
}
