package id.tanggap.ticket.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.system.ClientFiles;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.ticket.support.AgencyApp;
import id.tanggap.ticket.support.EndlessProcess;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import id.tanggap.ticket.support.Topic;
import io.quarkus.test.junit.QuarkusTest;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README's lines for kcat, as they stand there, where there is a kcat: CI has one. */
@QuarkusTest
class KcatRecipeTest extends OnStack {

    private static final Pattern BLOCK = Pattern.compile("```sh\\n(.*?)```", Pattern.DOTALL);

    @TempDir
    Path folder;

    @BeforeEach
    void agencysFiles() {
        assumeTrue(
                Pattern.compile(File.pathSeparator)
                        .splitAsStream(System.getenv("PATH"))
                        .anyMatch(place -> Files.isExecutable(Path.of(place, "kcat"))),
                "kcat is not installed");
        SystemConfig system = EmbeddedStack.config();
        new ClientFiles(folder.resolve(".tanggap/clients"))
                .write(system, new ClientFiles.Broker(system.bootstrapServers(), "PLAIN", false));
    }

    @Test
    void an_agency_reads_its_tickets_and_takes_one_on() throws Exception {
        String ticket = Opened.ticketOf(events, Events.report("FIRE"));

        Process reading = start(recipe("kcat -u -F", " -G "));
        assertTrue(EndlessProcess.prints(reading, ticket), "kcat has printed the ticket");

        Process writing = start(recipe("\"action\":\"ACCEPT\"", " -P ").replace("<ticketId>", ticket));
        assertTrue(writing.waitFor(60, TimeUnit.SECONDS), "kcat ends");
        assertEquals(0, writing.exitValue());
        try (Topic replies = AgencyApp.replies("damkar")) {
            assertEquals(
                    "APPLIED",
                    replies.awaitOne(AgencyApp.of(ticket)).path("result").asText());
        }
    }

    /** The one block of shell that has all of this. */
    private static String recipe(String... parts) throws IOException {
        List<String> found = BLOCK.matcher(Files.readString(Path.of("../README.md")))
                .results()
                .map(block -> block.group(1))
                .filter(block -> List.of(parts).stream().allMatch(block::contains))
                .toList();
        assertEquals(1, found.size(), () -> "blocks of the README with " + List.of(parts));
        return found.getFirst();
    }

    private Process start(String script) throws IOException {
        return new ProcessBuilder("bash", "-c", script)
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }
}
