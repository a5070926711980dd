package id.tanggap.notification.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The schemas that this service publishes. */
public final class Schemas {

    private Schemas() {}

    /** What is wrong with the data by a schema of this file, which another service publishes. */
    public static List<String> faults(Path schema, JsonNode data) throws IOException {
        try (InputStream text = Files.newInputStream(schema)) {
            return faults(text, data);
        }
    }

    /** What is wrong with the data, nothing if it is as the schema says. */
    public static List<String> faults(String base, JsonNode data) throws IOException {
        try (InputStream schema =
                Schemas.class.getResourceAsStream("/META-INF/tanggap/schemas/" + base + ".schema.json")) {
            return faults(schema, data);
        }
    }

    private static List<String> faults(InputStream schema, JsonNode data) throws IOException {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(
                        new ObjectMapper().readTree(schema),
                        SchemaValidatorsConfig.builder()
                                .formatAssertionsEnabled(true)
                                .build())
                .validate(data)
                .stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }
}
