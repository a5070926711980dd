package id.tanggap.lab;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.MinimalPrettyPrinter;
import id.tanggap.lab.world.ObservedCall;
import id.tanggap.lab.world.SimulatedCall;
import id.tanggap.lab.world.Truth;
import id.tanggap.lab.world.sound.Segment;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes simulated calls as one JSON object a line: what is observed, and beside it under {@code truth} what is true. */
final class CallLines {
    private CallLines() {}

    static void write(List<SimulatedCall> calls, Path file) throws IOException {
        try (BufferedWriter writer = Files.newBufferedWriter(file);
                JsonGenerator json = new JsonFactory().createGenerator(writer)) {
            json.setPrettyPrinter(new MinimalPrettyPrinter("\n"));
            for (SimulatedCall call : calls) {
                json.writeStartObject();
                observed(json, call.observed());
                truth(json, call.truth());
                json.writeEndObject();
            }
            json.writeRaw('\n');
        }
    }

    private static void observed(JsonGenerator json, ObservedCall call) throws IOException {
        json.writeStringField("callId", call.callId());
        json.writeStringField("identity", call.identity().name());
        json.writeStringField("caller", call.caller().orElse(null));
        json.writeStringField("startedAt", call.startedAt().toString());
        json.writeStringField(
                "answeredAt", call.answeredAt().map(Object::toString).orElse(null));
        json.writeStringField("endedAt", call.endedAt().toString());
        json.writeStringField("kecamatan", call.place().kecamatan());
        json.writeNumberField("lat", call.place().lat());
        json.writeNumberField("lon", call.place().lon());
        json.writeArrayFieldStart("track");
        for (Segment segment : call.track().segments()) {
            segment(json, segment);
        }
        json.writeEndArray();
        if (call.report().isPresent()) {
            var report = call.report().get();
            json.writeObjectFieldStart("report");
            json.writeStringField("at", report.at().toString());
            json.writeStringField("category", report.category());
            json.writeStringField("text", report.text());
            json.writeBooleanField("lifeThreat", report.lifeThreat());
            json.writeEndObject();
        }
        json.writeStringField(
                "disposition",
                call.disposition().map(said -> said.what().name()).orElse(null));
        json.writeStringField(
                "outcome", call.outcome().map(said -> said.what().name()).orElse(null));
    }

    private static void segment(JsonGenerator json, Segment segment) throws IOException {
        json.writeStartObject();
        json.writeStringField("sound", segment.sound().name());
        json.writeNumberField("startMs", segment.startMs());
        json.writeNumberField("lengthMs", segment.lengthMs());
        json.writeNumberField("levelDb", Math.round(segment.levelDb()));
        if (segment.key() != 0) {
            json.writeStringField("key", String.valueOf(segment.key()));
        }
        json.writeEndObject();
    }

    private static void truth(JsonGenerator json, Truth truth) throws IOException {
        json.writeObjectFieldStart("truth");
        json.writeStringField("kind", truth.kind().name());
        json.writeStringField("habit", truth.habit().name());
        json.writeStringField("need", truth.need().map(Enum::name).orElse(null));
        json.writeBooleanField("lifeThreat", truth.lifeThreat());
        json.writeBooleanField("cannotSpeak", truth.cannotSpeak());
        json.writeNumberField("incident", truth.incident());
        json.writeStringField("person", truth.person());
        json.writeEndObject();
    }
}
