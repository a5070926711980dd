package id.tanggap.local.stack;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** The end of a log file, read without reading the rest. */
public final class LogTail {
    private static final int BYTES = 128 << 10;
    /**
     * As servers, services, the JVM ("Error: Unable to access jarfile", "OutOfMemoryError") and tools write of it; but not
     * the advice that Keycloak writes as its last error, after the cause.
     */
    private static final Pattern TROUBLE = Pattern.compile(
            "^(?!.*For more details run the same command).*(ERROR|FATAL|Exception|Error\\b|\\berror:|[Ii]nsufficient memory)");

    private LogTail() {}

    /** At most {@code lines} lines from the last 128 KiB. */
    public static List<String> last(Path log, int lines) throws IOException {
        return last(log, lines, 0);
    }

    /** The newest line that names an error, else the newest line. */
    public static String lastWords(List<String> lines) {
        return lines.reversed().stream()
                .filter(line -> TROUBLE.matcher(line).find())
                .findFirst()
                .or(() -> lines.reversed().stream()
                        .filter(line -> !line.isBlank())
                        .findFirst())
                .map(LogLine::spoken)
                .orElse("it wrote nothing");
    }

    /** At most {@code lines} lines, and nothing that was written before the log had {@code begin} bytes. */
    static List<String> last(Path log, int lines, long begin) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
            long from = Math.max(Math.min(begin, file.length()), file.length() - BYTES);
            byte[] bytes = new byte[(int) (file.length() - from)];
            file.seek(from);
            file.readFully(bytes);
            List<String> all = new String(bytes, StandardCharsets.UTF_8).lines().toList();
            return all.subList(Math.max(0, all.size() - lines), all.size());
        }
    }
}
