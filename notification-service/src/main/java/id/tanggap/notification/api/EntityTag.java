package id.tanggap.notification.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The version of a resource as an ETag, by which an editor says what was seen (RFC 9110, 13.1): no edit is blind. */
final class EntityTag {

    private static final ProblemType REQUIRED =
            new ProblemType("precondition-required", 428, "Say which version this changes");
    private static final Pattern TAG = Pattern.compile("\"([0-9]{1,18})\"");

    private EntityTag() {}

    static String of(long version) {
        return "\"" + version + "\"";
    }

    /** The version that {@code If-Match} names. */
    static long read(String ifMatch) {
        if (ifMatch == null) {
            throw Problem.of(REQUIRED, "Send If-Match with the ETag that was read.");
        }
        Matcher tag = TAG.matcher(ifMatch.strip());
        if (!tag.matches()) {
            throw Problem.invalid("If-Match", "must be the ETag that was read, such as \"3\"");
        }
        return Long.parseLong(tag.group(1));
    }
}
