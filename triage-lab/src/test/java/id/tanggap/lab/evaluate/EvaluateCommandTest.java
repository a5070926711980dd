package id.tanggap.lab.evaluate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.triage.model.ModelFile;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class EvaluateCommandTest {
    private final StringWriter out = new StringWriter();

    @TempDir
    Path folder;

    @Test
    void it_says_that_behaviour_is_simulated_keeps_misses_and_writes_a_model_that_triage_can_read() throws Exception {
        Path json = folder.resolve("table.json");
        Path model = folder.resolve("model.json");
        assertEquals(
                0,
                run(
                        "--days",
                        "14",
                        "--json",
                        json.toString(),
                        "--model",
                        model.toString(),
                        "--documents",
                        folder.toString()));
        assertFalse(Files.readString(folder.resolve("MODEL-CARD.md")).contains("{{"));
        assertFalse(Files.readString(folder.resolve("DPIA.md")).contains("{{"));
        String table = Files.readString(json);
        assertTrue(out.toString().startsWith("Figures come from SIMULATED behaviour"), out::toString);
        assertTrue(out.toString().contains("MISSED"), out::toString);
        assertTrue(table.contains("simulated") && table.contains("\"met\" : false"), table);
        assertEquals(
                "simulated-jepara-2",
                ModelFile.parse(Files.readString(model)).model().version());
    }

    @Test
    void the_same_seed_gives_the_same_table() {
        // Without sound: how well clips are heard has no seed, and a test of its own.
        String[] arguments = {"--days", "6", "--audio", folder.toString()};
        assertEquals(0, run(arguments));
        String first = out.toString();
        out.getBuffer().setLength(0);
        assertEquals(0, run(arguments));
        assertEquals(first, out.toString());
    }

    @Test
    void a_wrong_centre_is_wrong_usage() {
        assertEquals(2, run("--test-centre", "batu"));
        assertEquals(2, run("--days", "1"));
    }

    private int run(String... arguments) {
        return new CommandLine(new EvaluateCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(new StringWriter()))
                .execute(arguments);
    }
}
