package id.tanggap.ticket.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.test.EmbeddedStack;
import id.tanggap.ticket.support.EndlessProcess;
import id.tanggap.ticket.support.Events;
import id.tanggap.ticket.support.OnStack;
import id.tanggap.ticket.support.Opened;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The agency's app in the README, as it stands there, in a JVM of its own with Kafka's client and nothing else. */
@QuarkusTest
class ReadmeExampleTest extends OnStack {

    private static final Pattern EXAMPLE = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final String SETTINGS = ".tanggap/clients/damkar.java.properties";

    @TempDir
    Path folder;

    @Test
    void the_readmes_example_reads_an_agencys_tickets() throws Exception {
        Matcher example = EXAMPLE.matcher(Files.readString(Path.of("../README.md")));
        assertTrue(example.find(), "the README has an example");
        assertTrue(example.group(1).contains(SETTINGS), "the example reads " + SETTINGS);
        compile(example.group(1).indent(8));
        writeSettings();
        String ticket = Opened.ticketOf(events, Events.report("FIRE"));

        Process app = new ProcessBuilder(java(), "-cp", folder + ":" + kafka(), "App")
                .directory(folder.toFile())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertTrue(EndlessProcess.prints(app, ticket), "the app has printed the ticket");
    }

    private void compile(String body) throws IOException {
        Path source = folder.resolve("App.java");
        Files.writeString(
                source,
                """
                import java.io.Reader;
                import java.nio.charset.StandardCharsets;
                import java.nio.file.Files;
                import java.nio.file.Path;
                import java.time.Duration;
                import java.util.List;
                import java.util.Properties;
                import org.apache.kafka.clients.consumer.KafkaConsumer;
                import org.apache.kafka.common.serialization.StringDeserializer;

                public class App {
                    public static void main(String[] arguments) throws Exception {
                %s
                    }
                }
                """
                        .formatted(body));
        int status = ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-cp", kafka(), "-d", folder.toString(), source.toString());
        assertEquals(0, status, "the example compiles");
    }

    private void writeSettings() throws IOException {
        Properties settings = new Properties();
        Map<String, String> access = Map.copyOf(KafkaAccess.client(EmbeddedStack.config(), "agency-damkar"));
        settings.putAll(access);
        settings.put("group.id", "agency-damkar-readme");
        settings.put("auto.offset.reset", "earliest");
        Path file = folder.resolve(SETTINGS);
        Files.createDirectories(file.getParent());
        try (var writer = Files.newBufferedWriter(file)) {
            settings.store(writer, null);
        }
    }

    /** The jar of the client, with that of its logging, in which the example has no part. */
    private static String kafka() {
        return jar(KafkaConsumer.class) + ":" + jar(org.slf4j.Logger.class);
    }

    private static String jar(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }
}
