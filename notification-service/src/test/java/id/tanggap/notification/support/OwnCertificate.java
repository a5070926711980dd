package id.tanggap.notification.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.concurrent.Callable;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A certificate for 127.0.0.1 that nobody vouches for, unless a test says so. */
public final class OwnCertificate {

    private static final char[] PASSWORD = "only-for-tests".toCharArray();

    private final Path store;
    private final SSLContext context;

    /** @param folder in which it is made */
    public OwnCertificate(Path folder) {
        store = folder.resolve("own.p12");
        try {
            Process made = new ProcessBuilder(
                            Path.of(System.getProperty("java.home"), "bin", "keytool")
                                    .toString(),
                            "-genkeypair",
                            "-keyalg",
                            "EC",
                            "-dname",
                            "CN=127.0.0.1",
                            "-ext",
                            "san=ip:127.0.0.1",
                            "-storetype",
                            "PKCS12",
                            "-storepass",
                            new String(PASSWORD),
                            "-keystore",
                            store.toString())
                    .inheritIO()
                    .start();
            if (made.waitFor() != 0) {
                throw new IllegalStateException("keytool");
            }
            context = made();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private SSLContext made() throws GeneralSecurityException, IOException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(store)) {
            keys.load(in, PASSWORD);
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD);
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(keys);
        SSLContext made = SSLContext.getInstance("TLS");
        made.init(managers.getKeyManagers(), trust.getTrustManagers(), null);
        return made;
    }

    /** For a server that shows it. */
    public SSLContext context() {
        return context;
    }

    /** Does this while the process vouches for it, as an operator makes it do: by {@code javax.net.ssl.trustStore}. */
    public <T> T trusted(Callable<T> work) throws Exception {
        SSLContext before = SSLContext.getDefault();
        System.setProperty("javax.net.ssl.trustStore", store.toString());
        System.setProperty("javax.net.ssl.trustStorePassword", new String(PASSWORD));
        // What the property would have made of the default, had it been there from the beginning.
        SSLContext.setDefault(context);
        try {
            return work.call();
        } finally {
            System.clearProperty("javax.net.ssl.trustStore");
            System.clearProperty("javax.net.ssl.trustStorePassword");
            SSLContext.setDefault(before);
        }
    }
}
