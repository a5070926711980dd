package id.tanggap.local.provision;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.Credentials;
import id.tanggap.local.stack.Realm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is committed is what the code makes; {@link ClusterResources#main} makes it anew. */
class ClusterResourcesTest {
    private static final Path ROOT = Path.of("..");

    @Test
    void theCommittedFilesAreFresh() throws IOException {
        for (Map.Entry<String, String> file : ClusterResources.files(ROOT).entrySet()) {
            assertEquals(file.getValue(), Files.readString(ROOT.resolve(file.getKey())), file.getKey());
        }
    }

    /** With its placeholders filled in, as the operator does it, the realm is the one that the single node imports. */
    @Test
    void theRealmsPlaceholdersStandForItsSecretsAndForAllOfThem() {
        Credentials credentials = Credentials.random();
        String realm = Realm.document(RealmSecrets.placeholders());
        for (Map.Entry<String, String> secret : RealmSecrets.values(credentials).entrySet()) {
            String placeholder = "${" + secret.getKey() + "}";
            assertTrue(realm.contains(placeholder), placeholder);
            realm = realm.replace(placeholder, secret.getValue());
        }
        assertEquals(Realm.document(credentials), realm);
        assertFalse(realm.contains("${"));
    }
}
