package id.tanggap.local.provision;

import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.Secrets;
import id.tanggap.local.stack.StackException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What a deployment's servers prove themselves by: for each of {@link #SERVERS} a file of its private key and its certificate, under
 * one authority that whoever asks them is given. Where the authority's key is not beside it the certificates are somebody else's: they
 * are used and never replaced.
 */
final class Certificates {
    static final String AUTHORITY = "ca.crt";
    static final String AUTHORITY_KEY = "ca.key";

    static final List<String> SERVERS = Stream.concat(
                    Stream.of("kafka", "postgres", "keycloak"), Names.SERVICES.stream())
            .toList();

    private final Path folder;

    Certificates(Path folder) {
        this.folder = folder;
    }

    static String file(String server) {
        return server + ".pem";
    }

    Path authority() {
        return folder.resolve(AUTHORITY);
    }

    /** Makes what is missing; the broker is reached at {@code broker}, too. */
    void complete(String broker) throws IOException {
        if (Files.notExists(authority())) {
            create();
        }
        if (isOurs()) {
            Authority authority = read();
            for (String server : SERVERS) {
                Set<String> names = names(server);
                if (server.equals("kafka")) {
                    names.add(broker);
                }
                Path file = folder.resolve(file(server));
                if (Files.notExists(file)
                        || authority.issued(read(file)) && !namesIn(file).containsAll(names)) {
                    issue(authority, server, names);
                }
            }
        } else {
            requireAll();
        }
    }

    /**
     * New keys and certificates for all servers, for the names that they had and these: who knows the authority knows them. One that
     * another authority gave is left as it is.
     */
    void renew(Collection<String> moreNames) throws IOException {
        if (!isOurs()) {
            throw new StackException("There is no " + AUTHORITY_KEY + " in " + folder
                    + ": the certificates are of an authority that has to renew them itself.");
        }
        Authority authority = read();
        for (String server : SERVERS) {
            Path file = folder.resolve(file(server));
            if (Files.notExists(file) || authority.issued(read(file))) {
                Set<String> names = names(server);
                names.addAll(moreNames);
                issue(authority, server, names);
            }
        }
    }

    private void create() throws IOException {
        // A name of its own: a machine may have to do with two deployments.
        Authority authority =
                Authority.create("Tanggap 112 " + UUID.randomUUID().toString().substring(0, 8));
        Secrets.write(folder.resolve(AUTHORITY_KEY), Authority.pem(authority.key()));
        DeploymentSecrets.mounted(authority(), Authority.pem(authority.certificate()));
    }

    private void issue(Authority authority, String server, Set<String> names) throws IOException {
        DeploymentSecrets.mounted(folder.resolve(file(server)), authority.issue(server, names));
    }

    private boolean isOurs() {
        return Files.exists(folder.resolve(AUTHORITY_KEY));
    }

    private Authority read() throws IOException {
        return Authority.read(Files.readString(authority()), Files.readString(folder.resolve(AUTHORITY_KEY)));
    }

    private void requireAll() {
        List<String> missing = SERVERS.stream()
                .map(Certificates::file)
                .filter(file -> Files.notExists(folder.resolve(file)))
                .toList();
        if (!missing.isEmpty()) {
            throw new StackException("There is no " + AUTHORITY_KEY + " in " + folder
                    + ", so that the certificates are another authority's, and of these there is none: " + missing);
        }
    }

    /** By which it is reached in a network of containers, in a cluster and on its own machine, and what it was reached by before. */
    private Set<String> names(String server) throws IOException {
        Set<String> names = new TreeSet<>(List.of(server, server + ".tanggap.svc", "localhost", "127.0.0.1"));
        Path file = folder.resolve(file(server));
        if (Files.exists(file)) {
            names.addAll(namesIn(file));
        }
        return names;
    }

    private static X509Certificate read(Path file) throws IOException {
        return Authority.certificate(Files.readString(file));
    }

    static Set<String> namesIn(Path file) throws IOException {
        Set<String> names = new TreeSet<>();
        try {
            Collection<List<?>> kindsAndNames = read(file).getSubjectAlternativeNames();
            if (kindsAndNames != null) {
                kindsAndNames.forEach(each -> names.add(each.get(1).toString()));
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(e);
        }
        return names;
    }
}
