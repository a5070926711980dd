package id.tanggap.local.backup;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Properties;

/**
 * The form of a backup: a compressed tar that begins with the name of its format and ends with its {@link Manifest}, which has
 * the digest of every part between them. So it is written in one go, however large, and a file that was cut short has no
 * manifest.
 */
final class Archive {
    static final String FORMAT_NAME = "format";

    /** Another number is another layout: then this text is all that the two have in common. */
    static final String FORMAT = "tanggap-backup 1\n";

    static final String CREDENTIALS = "credentials.json";
    static final String MANIFEST = "manifest.json";

    /** The files of PostgreSQL's cluster. */
    static final String POSTGRES = "postgres/";

    /** Records, in one folder a topic. */
    static final String KAFKA = "kafka/";

    static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private Archive() {}

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** This launcher's. */
    static String version() {
        try (InputStream source = Archive.class.getResourceAsStream("/META-INF/tanggap/version.properties")) {
            Properties properties = new Properties();
            properties.load(source);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new IllegalStateException("a resource of the class path cannot be read", e);
        }
    }
}
