package id.tanggap.lab.evaluate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.tanggap.lab.hearing.Finding;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes the table as JSON, with the note that behaviour is simulated. */
final class TableJson {

    private TableJson() {}

    static void write(Path file, Evaluation evaluation, Table table, List<Finding> hearing) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                JsonGenerator json = new JsonFactory().createGenerator(writer)) {
            json.useDefaultPrettyPrinter();
            json.writeStartObject();
            json.writeStringField(
                    "note",
                    "Figures come from simulated behaviour, those of hearing from real clips and synthetic mixtures of them.");
            json.writeArrayFieldStart("rows");
            for (int judge : Evaluation.TOLD) {
                for (Row row : table.rows(judge)) {
                    row(json, evaluation.judges().get(judge), row);
                }
            }
            for (Finding each : hearing) {
                row(
                        json,
                        "hearing: real clips and synthetic mixtures",
                        new Row(each.code(), each.measure(), each.value(), each.shown(), each.goal(), each.met()));
            }
            json.writeEndArray();
            json.writeEndObject();
        }
    }

    private static void row(JsonGenerator json, String model, Row row) throws IOException {
        json.writeStartObject();
        json.writeStringField("model", model);
        json.writeStringField("code", row.code());
        json.writeStringField("measure", row.measure());
        if (Double.isFinite(row.value())) {
            json.writeNumberField("value", row.value());
        } else {
            json.writeNullField("value");
        }
        json.writeStringField("shown", row.shown());
        json.writeStringField("goal", row.goal());
        json.writeBooleanField("met", row.met());
        json.writeEndObject();
    }
}
