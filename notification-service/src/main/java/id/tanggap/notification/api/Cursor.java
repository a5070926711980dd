package id.tanggap.notification.api;

import id.tanggap.platform.problem.Problem;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/** A place in a list, opaque to clients. */
final class Cursor {

    private Cursor() {}

    static String of(UUID last) {
        ByteBuffer bytes =
                ByteBuffer.allocate(16).putLong(last.getMostSignificantBits()).putLong(last.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    static UUID read(String cursor) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(cursor);
            if (bytes.length == 16) {
                ByteBuffer buffer = ByteBuffer.wrap(bytes);
                return new UUID(buffer.getLong(), buffer.getLong());
            }
        } catch (IllegalArgumentException e) {
            // Answered below, together with those of another length.
        }
        throw Problem.invalid("cursor", "must be the next of an earlier answer");
    }
}
