package id.tanggap.local.stack;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * PostgreSQL refuses to run as root. In a user name space without a mapping root's processes have nobody's id while their
 * files stay root's own, so no account has to be made and no file changes hands.
 */
final class Unprivileged {
    private static final Path UNSHARE = Path.of("/usr/bin/unshare");

    private Unprivileged() {}

    static List<String> prefix() {
        if (!System.getProperty("user.name").equals("root")) {
            return List.of();
        }
        if (!Files.isExecutable(UNSHARE)) {
            throw new StackException(
                    "PostgreSQL does not run as root and unshare is missing; run as an ordinary user.");
        }
        return List.of(UNSHARE.toString(), "--user");
    }
}
