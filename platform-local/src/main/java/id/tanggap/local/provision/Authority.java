package id.tanggap.local.provision;

import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.io.StringWriter;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Instant;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Set;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.PEMParser;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemWriter;

/**
 * A deployment's own certificate authority. It signs no other one (path length 0), and its certificates prove servers alone. Keys are
 * of the curve P-256, which every client here can do.
 */
record Authority(X509Certificate certificate, PrivateKey key) {
    /** As long as agencies keep the file by which they know it. */
    static final Period VALIDITY = Period.ofYears(10);

    /** Of a server's certificate: below the 825 days that some clients accept at most. */
    static final Period SERVER_VALIDITY = Period.ofYears(2);

    private static final SecureRandom RANDOM = new SecureRandom();
    /** Clocks of a network differ. */
    private static final int MINUTES_BEFORE = 10;

    static Authority create(String name) {
        KeyPair keys = keys();
        X500Name subject = new X500Name("CN=" + name);
        Date end = in(VALIDITY);
        try {
            JcaX509v3CertificateBuilder builder =
                    new JcaX509v3CertificateBuilder(subject, serial(), begin(), end, subject, keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Authority(
                    signed(builder, keys.getPublic(), keys.getPublic(), keys.getPrivate()), keys.getPrivate());
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As {@link #pem} wrote them, or as another tool did. */
    static Authority read(String certificate, String key) throws IOException {
        return new Authority(certificate(certificate), key(key));
    }

    /** A new key and its certificate for a server that is reached by these DNS names and IP addresses: PEM, the key (PKCS #8) first. */
    String issue(String server, Set<String> names) {
        KeyPair keys = keys();
        Date end = in(SERVER_VALIDITY);
        Date last = certificate.getNotAfter();
        try {
            JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                    certificate,
                    serial(),
                    begin(),
                    end.before(last) ? end : last,
                    new X500Name("CN=" + server),
                    keys.getPublic());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(
                    Extension.subjectAlternativeName,
                    false,
                    new GeneralNames(names.stream().map(Authority::general).toArray(GeneralName[]::new)));
            X509Certificate issued = signed(builder, keys.getPublic(), certificate.getPublicKey(), key);
            return pem(keys.getPrivate()) + pem(issued);
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean issued(X509Certificate other) {
        return other.getIssuerX500Principal().equals(certificate.getSubjectX500Principal());
    }

    /** The first certificate of a PEM file, which may hold a key, too. */
    static X509Certificate certificate(String pem) throws IOException {
        try (PEMParser parser = new PEMParser(new StringReader(pem))) {
            for (Object object = parser.readObject(); object != null; object = parser.readObject()) {
                if (object instanceof X509CertificateHolder holder) {
                    return new JcaX509CertificateConverter().getCertificate(holder);
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        throw new IOException("no certificate in PEM form");
    }

    static String pem(X509Certificate certificate) {
        try {
            return pem("CERTIFICATE", certificate.getEncoded());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static String pem(PrivateKey key) {
        return pem("PRIVATE KEY", key.getEncoded());
    }

    private static boolean isAddress(String name) {
        return name.matches("[0-9.]+") || name.contains(":");
    }

    private static PrivateKey key(String pem) throws IOException {
        try (Reader text = new StringReader(pem);
                PEMParser parser = new PEMParser(text)) {
            return switch (parser.readObject()) {
                case PrivateKeyInfo info -> new JcaPEMKeyConverter().getPrivateKey(info);
                case null, default -> throw new IOException("no private key of PKCS #8 in PEM form");
            };
        }
    }

    private static X509Certificate signed(
            JcaX509v3CertificateBuilder builder, PublicKey subject, PublicKey issuer, PrivateKey key)
            throws CertIOException {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(
                    Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(subject));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuer));
            String algorithm = key.getAlgorithm().equals("EC") ? "SHA256withECDSA" : "SHA256withRSA";
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(key)));
        } catch (GeneralSecurityException | OperatorCreationException e) {
            throw new StackException("Cannot sign a certificate: " + e.getMessage(), e);
        }
    }

    private static GeneralName general(String name) {
        return new GeneralName(isAddress(name) ? GeneralName.iPAddress : GeneralName.dNSName, name);
    }

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has P-256", e);
        }
    }

    /** 127 random bits: CA/Browser Forum's baseline requirements want 64 at least. */
    private static BigInteger serial() {
        return new BigInteger(127, RANDOM);
    }

    private static Date begin() {
        return Date.from(Instant.now().minus(MINUTES_BEFORE, ChronoUnit.MINUTES));
    }

    private static Date in(Period validity) {
        return Date.from(Instant.now().atZone(ZoneOffset.UTC).plus(validity).toInstant());
    }

    private static String pem(String type, byte[] content) {
        StringWriter text = new StringWriter();
        try (PemWriter writer = new PemWriter(text)) {
            writer.writeObject(new PemObject(type, content));
        } catch (IOException e) {
            throw new IllegalStateException("a text takes everything", e);
        }
        return text.toString();
    }
}
