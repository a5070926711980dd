package id.tanggap.local.build;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FailedTestsTest {
    private static final String REPORT =
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="id.tanggap.CallTest" time="1.5" tests="4" errors="1" skipped="1" failures="1">
              <testcase name="isKept" classname="id.tanggap.CallTest" time="0.1"/>
              <testcase name="isHeard" classname="id.tanggap.CallTest" time="0.2">
                <failure message="expected: &lt;1&gt;&#10;but was: &lt;2&gt;" type="org.opentest4j.AssertionFailedError"><![CDATA[
            org.opentest4j.AssertionFailedError: expected: <1>
            	at id.tanggap.CallTest.isHeard(CallTest.java:12)
            ]]></failure>
              </testcase>
              <testcase name="isAnswered" classname="id.tanggap.CallTest" time="0.2">
                <error type="java.lang.NullPointerException"><![CDATA[java.lang.NullPointerException
            	at id.tanggap.CallTest.isAnswered(CallTest.java:20)
            ]]></error>
              </testcase>
              <testcase name="isLater" classname="id.tanggap.CallTest" time="0"><skipped/></testcase>
            </testsuite>
            """;

    @TempDir
    private Path root;

    private Path report;

    @BeforeEach
    void aModuleWithAReport() throws IOException {
        Files.createDirectories(root.resolve("docs"));
        Path reports = Files.createDirectories(root.resolve("intake-service/target/surefire-reports"));
        report = Files.writeString(reports.resolve("TEST-id.tanggap.CallTest.xml"), REPORT);
    }

    @Test
    void aFailureIsOneLineThatSaysWhereAndWhat() {
        assertEquals(
                List.of(
                        "intake-service: id.tanggap.CallTest.isAnswered: java.lang.NullPointerException",
                        "intake-service: id.tanggap.CallTest.isHeard: expected: <1>"),
                FailedTests.since(Instant.now().minusSeconds(60), root));
    }

    @Test
    void aReportOfAnEarlierRunIsNotAsked() throws IOException {
        Files.setLastModifiedTime(report, FileTime.from(Instant.now().minusSeconds(600)));
        assertEquals(List.of(), FailedTests.since(Instant.now().minusSeconds(60), root));
    }
}
