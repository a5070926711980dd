package id.tanggap.local.build;

import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.maven.plugin.surefire.log.api.NullConsoleLogger;
import org.apache.maven.plugins.surefire.report.ReportTestCase;
import org.apache.maven.plugins.surefire.report.ReportTestSuite;
import org.apache.maven.plugins.surefire.report.TestSuiteXmlParser;
import org.xml.sax.SAXException;

/**
 * Which tests failed in a run of Maven, from Surefire's reports: modules run side by side, so what Maven prints of a failure is
 * far above the end of its output.
 */
public final class FailedTests {
    private static final int LONGEST_MESSAGE = 300;

    private FailedTests() {}

    /**
     * One line for each, by module.
     *
     * @param begun reports of before are those of an earlier run
     * @param root the folder whose folders are the modules
     */
    public static List<String> since(Instant begun, Path root) {
        List<String> lines = new ArrayList<>();
        try (DirectoryStream<Path> modules = Files.newDirectoryStream(root, Files::isDirectory)) {
            for (Path module : modules) {
                Path reports = module.resolve("target/surefire-reports");
                if (Files.isDirectory(reports)) {
                    addFailures(module.getFileName() + ": ", reports, begun, lines);
                }
            }
        } catch (IOException e) {
            throw new StackException("Cannot read the tests' reports: " + e.getMessage(), e);
        }
        return lines.stream().sorted().toList();
    }

    private static void addFailures(String module, Path folder, Instant begun, List<String> lines) throws IOException {
        try (DirectoryStream<Path> reports = Files.newDirectoryStream(folder, "TEST-*.xml")) {
            for (Path report : reports) {
                if (!Files.getLastModifiedTime(report).toInstant().isBefore(begun)) {
                    for (ReportTestCase test : failures(report)) {
                        lines.add(module + test.getFullName() + ": " + message(test));
                    }
                }
            }
        }
    }

    private static List<ReportTestCase> failures(Path report) throws IOException {
        try {
            return new TestSuiteXmlParser(new NullConsoleLogger())
                    .parse(report.toString()).stream()
                            .map(ReportTestSuite::getTestCases)
                            .flatMap(List::stream)
                            .filter(test -> test.hasFailure() || test.hasError())
                            .toList();
        } catch (SAXException | ParserConfigurationException e) {
            throw new IOException(report + " is no report: " + e.getMessage(), e);
        }
    }

    /** The first line of what the failure says, else its type. */
    private static String message(ReportTestCase test) {
        String message = test.getFailureMessage();
        String said = message == null || message.isBlank() ? test.getFailureType() : message.strip();
        String line = said.lines().findFirst().orElse(said);
        return line.length() > LONGEST_MESSAGE ? line.substring(0, LONGEST_MESSAGE) + " ..." : line;
    }
}
