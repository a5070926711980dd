package id.tanggap.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonToken;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class LabMainTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void simulate_counts_a_world_and_writes_one_object_a_call() throws Exception {
        Path file = folder.resolve("calls.jsonl");
        assertEquals(0, run("simulate", "--centre", "jepara", "--days", "2", "--out", file.toString()));
        assertTrue(out.toString().contains("SILENT_DIALLER") && out.toString().contains("Simulated"), out::toString);
        var lines = Files.readAllLines(file);
        assertTrue(lines.size() > 100);
        for (String line : lines) {
            try (var json = new JsonFactory().createParser(line)) {
                assertEquals(JsonToken.START_OBJECT, json.nextToken());
                json.skipChildren();
                assertEquals(JsonToken.END_OBJECT, json.currentToken());
            }
        }
    }

    @Test
    void a_wrong_centre_or_length_is_wrong_usage_and_says_what_is_right() {
        assertEquals(2, run("simulate", "--centre", "batu"));
        assertTrue(err.toString().contains("purworejo"), err::toString);
        assertEquals(2, run("simulate", "--centre", "jepara", "--days", "0"));
    }

    private int run(String... arguments) {
        return new CommandLine(new LabMain())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
