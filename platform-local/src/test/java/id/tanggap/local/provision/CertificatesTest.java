package id.tanggap.local.provision;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers of a deployment prove themselves by, and whom that convinces. */
class CertificatesTest {
    private static final String BROKER = "kafka.jepara.example";

    @TempDir
    Path folder;

    private Certificates certificates;

    @BeforeEach
    void make() throws IOException {
        certificates = new Certificates(folder);
        certificates.complete(BROKER);
    }

    @Test
    void everyServerProvesItsNameToWhoKnowsTheAuthority() throws Exception {
        for (String server : Certificates.SERVERS) {
            for (String name : List.of(server, server + ".tanggap.svc", "127.0.0.1")) {
                Handshake.succeed(pem(server), certificates.authority(), name);
            }
        }
        Handshake.succeed(pem("kafka"), certificates.authority(), BROKER);
    }

    @Test
    void noServerPassesForAnother() {
        assertThrows(
                SSLHandshakeException.class,
                () -> Handshake.succeed(pem("triage-service"), certificates.authority(), "intake-service"));
    }

    @Test
    void anotherDeploymentsAuthorityVouchesForNone(@TempDir Path other) throws Exception {
        Certificates others = new Certificates(other);
        others.complete(BROKER);
        assertThrows(SSLHandshakeException.class, () -> Handshake.succeed(pem("kafka"), others.authority(), "kafka"));
    }

    @Test
    void whatIsThereStaysAndWhatIsMissingIsMade() throws IOException {
        Map<String, String> before = contents();
        certificates.complete(BROKER);
        assertEquals(before, contents());
        Files.delete(pem("kafka"));
        certificates.complete("10.20.0.7");
        before.remove("kafka.pem");
        Map<String, String> after = contents();
        assertTrue(Certificates.namesIn(pem("kafka")).contains("10.20.0.7"));
        after.remove("kafka.pem");
        assertEquals(before, after);
    }

    /** A broker that agencies reach by another name than before still has the one before. */
    @Test
    void anAddressThatIsNewIsAddedToTheBrokers() throws IOException {
        certificates.complete("10.20.0.7");
        assertTrue(Certificates.namesIn(pem("kafka")).containsAll(Set.of(BROKER, "10.20.0.7", "kafka")));
        assertFalse(Certificates.namesIn(pem("postgres")).contains("10.20.0.7"));
    }

    @Test
    void renewingGivesNewKeysUnderTheSameAuthorityForTheSameNamesAndMore() throws Exception {
        Map<String, String> before = contents();
        certificates.renew(List.of("112.jepara.example"));
        Map<String, String> after = contents();
        assertEquals(before.keySet(), after.keySet());
        before.forEach((file, content) -> {
            if (file.startsWith("ca.")) {
                assertEquals(content, after.get(file));
            } else {
                assertNotEquals(content, after.get(file), file);
            }
        });
        Handshake.succeed(pem("kafka"), certificates.authority(), BROKER);
        Handshake.succeed(pem("intake-service"), certificates.authority(), "112.jepara.example");
    }

    @Test
    void theyLastTwoYearsAndTheAuthorityTen() throws IOException {
        assertLasts(Duration.ofDays(730), certificate(pem("kafka")));
        assertLasts(Duration.ofDays(3652), certificate(certificates.authority()));
        assertEquals(0, certificate(certificates.authority()).getBasicConstraints());
        assertEquals(-1, certificate(pem("kafka")).getBasicConstraints());
    }

    @Test
    void theAuthoritysKeyIsItsOwnersAlone() throws IOException {
        assertEquals(
                PosixFilePermissions.fromString("rw-------"),
                Files.getPosixFilePermissions(folder.resolve(Certificates.AUTHORITY_KEY)));
    }

    @Test
    void thoseOfAnAuthorityWhoseKeyIsNotHereAreLeftAsTheyAre() throws IOException {
        Files.delete(folder.resolve(Certificates.AUTHORITY_KEY));
        Map<String, String> theirs = contents();
        certificates.complete("10.20.0.7");
        assertThrows(StackException.class, () -> certificates.renew(List.of()));
        assertEquals(theirs, contents());
        Files.delete(pem("keycloak"));
        StackException missing = assertThrows(StackException.class, () -> certificates.complete(BROKER));
        assertTrue(missing.getMessage().contains("[keycloak.pem]"), missing.getMessage());
    }

    /** One server may have a certificate that browsers know already. */
    @Test
    void oneOfAnotherAuthorityAmongOursIsLeftAsItIs(@TempDir Path other) throws IOException {
        new Certificates(other).complete(BROKER);
        String theirs = Files.readString(other.resolve("keycloak.pem"));
        Files.writeString(pem("keycloak"), theirs);
        certificates.complete(BROKER);
        certificates.renew(List.of("112.jepara.example"));
        assertEquals(theirs, Files.readString(pem("keycloak")));
    }

    @Test
    void theCommandThatRenewsThemChangesNoOtherSecret(@TempDir Path secrets) throws IOException {
        Provision.main(new String[] {"demo-secrets", secrets.toString()});
        Map<Path, String> before = all(secrets);
        Provision.main(new String[] {"certificates", secrets.toString(), "112.jepara.example"});
        Map<Path, String> after = all(secrets);
        Set<String> changed = new TreeSet<>();
        before.forEach((file, content) -> {
            if (!content.equals(after.get(file))) {
                changed.add(file.getFileName().toString());
            }
        });
        assertEquals(
                Certificates.SERVERS.stream().map(Certificates::file).collect(Collectors.toCollection(TreeSet::new)),
                changed);
        assertEquals(before.keySet(), after.keySet());
    }

    private static Map<Path, String> all(Path folder) throws IOException {
        Map<Path, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                contents.put(file, Files.readString(file));
            }
        }
        return contents;
    }

    private static void assertLasts(Duration about, X509Certificate certificate) {
        Instant end = Instant.now().plus(about);
        Instant last = certificate.getNotAfter().toInstant();
        assertAll(
                () -> assertTrue(last.isAfter(end.minus(Duration.ofDays(2))), last.toString()),
                () -> assertTrue(last.isBefore(end.plus(Duration.ofDays(2))), last.toString()));
    }

    private Path pem(String server) {
        return folder.resolve(Certificates.file(server));
    }

    private static X509Certificate certificate(Path file) throws IOException {
        return Authority.certificate(Files.readString(file));
    }

    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        all(folder).forEach((file, content) -> contents.put(file.getFileName().toString(), content));
        return contents;
    }
}
