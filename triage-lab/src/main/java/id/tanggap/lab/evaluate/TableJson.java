package id.tanggap.lab.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.tanggap.lab.table.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Writes the table as JSON, with the note that behaviour is simulated. */
final class TableJson {

    private TableJson() {}

    /** {@code told}: findings by what they are of. */
    static void write(Path file, Map<String, List<Finding>> told) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                JsonGenerator json = new JsonFactory().createGenerator(writer)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField(
                    "note",
                    "Figures come from simulated behaviour, those of hearing from real clips and synthetic mixtures of them, those of reading from reports that we wrote.");
            json.writeArrayFieldStart("rows");
            for (Map.Entry<String, List<Finding>> each : told.entrySet()) {
                for (Finding finding : each.getValue()) {
                    row(json, each.getKey(), finding);
                }
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void row(JsonGenerator json, String model, Finding finding) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", model);
        json.writeStringField("code", finding.code());
        json.writeStringField("measure", finding.measure());
        if (Double.isFinite(finding.value())) {
            json.writeNumberField("value", finding.value());
        } else {
            json.writeNullField("value");
        }
        json.writeStringField("shown", finding.shown());
        json.writeStringField("goal", finding.goal());
        json.writeBooleanField("met", finding.met());
        json.writeEndObject();
    }
}
