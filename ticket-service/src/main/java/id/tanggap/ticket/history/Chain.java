package id.tanggap.ticket.history;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.UUID;

/**
 * The hashes of the history. Each record's covers the one before, so that none can be changed, taken out or put in without
 * all later ones changing.
 *
 * <p>A hash is SHA-256 (FIPS 180-4) of these lines in UTF-8, joined by line feeds: {@code 1} (the version of this form),
 * position, ticket id, version, microseconds since 1970, change, role of the actor, Base64 of the digest of the details, Base64
 * of the hash before, name of the actor. The digest is SHA-256 of the salt followed by the details in UTF-8. The first record
 * follows 32 zero bytes.
 */
public final class Chain {

    private static final String FORM = "1";

    private Chain() {}

    /** What a hash covers besides the one before. */
    public record Link(
            long position, UUID ticketId, long version, Instant at, String change, Actor actor, byte[] digest) {}

    /** The digest of details. */
    public static byte[] digest(byte[] salt, String details) {
        MessageDigest sha = sha256();
        sha.update(salt);
        return sha.digest(details.getBytes(StandardCharsets.UTF_8));
    }

    /** The hash of this link after {@code previous}. */
    public static byte[] hash(byte[] previous, Link link) {
        Base64.Encoder base64 = Base64.getEncoder();
        String lines = String.join(
                "\n",
                FORM,
                Long.toString(link.position()),
                link.ticketId().toString(),
                Long.toString(link.version()),
                Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, link.at())),
                link.change(),
                link.actor().role().name(),
                base64.encodeToString(link.digest()),
                base64.encodeToString(previous),
                // The only one that may hold anything: at the end, it can be taken for no other.
                link.actor().name());
        return sha256().digest(lines.getBytes(StandardCharsets.UTF_8));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
