package id.tanggap.local.stack;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Whom the HTTPS clients of this process believe. */
public final class Trust {
    /** The variable that names the file. */
    public static final String VARIABLE = "TRUSTED_AUTHORITY";

    private Trust() {}

    /** From now on, for clients that are made from now on: the authorities in that PEM file, and no other. */
    public static void only(Path authorities) {
        try {
            SSLContext.setDefault(context(authorities));
        } catch (IOException | GeneralSecurityException e) {
            throw new StackException("Cannot read the certificate in " + authorities + ": " + e.getMessage(), e);
        }
    }

    /** For a client that is to believe those alone. */
    public static SSLContext context(Path authorities) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (InputStream file = Files.newInputStream(authorities)) {
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(file)) {
                store.setCertificateEntry("authority-" + store.size(), certificate);
            }
        }
        TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
