package id.tanggap.local.build;

import id.tanggap.local.stack.LogTail;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** The part of Maven's output that a person needs after a failure. */
final class BuildLog {
    private static final int LINES = 12;
    private static final String ERROR = "[ERROR]";

    private BuildLog() {}

    /** The first errors of the end of the log, without Maven's advice; the last lines where no error is marked. */
    static String reason(Path log) {
        try {
            List<String> last = LogTail.last(log, 200);
            List<String> errors = last.stream()
                    .map(String::strip)
                    .filter(line -> line.startsWith(ERROR) && line.length() > ERROR.length())
                    .filter(line -> !line.contains("[Help 1]") && !line.contains("re-run Maven"))
                    .toList();
            List<String> shown =
                    errors.isEmpty() ? last.subList(Math.max(0, last.size() - LINES), last.size()) : errors;
            return String.join("\n", shown.subList(0, Math.min(LINES, shown.size())));
        } catch (IOException e) {
            return "its output cannot be read: " + e.getMessage();
        }
    }
}
