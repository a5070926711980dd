package id.tanggap.local.provision;

import id.tanggap.local.stack.Trust;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLParameters;

/** TLS between a server that has a file of ours and a client that looks for a name, without a network. */
final class Handshake {
    private static final Pattern KEY = Pattern.compile("-----BEGIN PRIVATE KEY-----([^-]+)-----END PRIVATE KEY-----");
    private static final char[] NO_PASSWORD = {};

    private Handshake() {}

    /** Throws {@link javax.net.ssl.SSLHandshakeException} where the client is not convinced. */
    static void succeed(Path server, Path authority, String name) throws Exception {
        SSLEngine here = Trust.context(authority).createSSLEngine(name, 443);
        here.setUseClientMode(true);
        SSLParameters parameters = here.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        here.setSSLParameters(parameters);
        SSLEngine there = context(server).createSSLEngine();
        there.setUseClientMode(false);
        ByteBuffer toServer = ByteBuffer.allocate(65536);
        ByteBuffer toClient = ByteBuffer.allocate(65536);
        here.beginHandshake();
        there.beginHandshake();
        while (!done(here) || !done(there)) {
            step(here, toClient, toServer);
            step(there, toServer, toClient);
        }
    }

    private static boolean done(SSLEngine engine) {
        return engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
    }

    private static void step(SSLEngine engine, ByteBuffer in, ByteBuffer out) throws IOException {
        ByteBuffer none = ByteBuffer.allocate(32768);
        switch (engine.getHandshakeStatus()) {
            case NEED_WRAP -> engine.wrap(ByteBuffer.allocate(0), out);
            case NEED_UNWRAP -> {
                in.flip();
                engine.unwrap(in, none);
                in.compact();
            }
            case NEED_TASK -> engine.getDelegatedTask().run();
            default -> {}
        }
    }

    private static SSLContext context(Path server) throws Exception {
        String pem = Files.readString(server);
        var key = KEY.matcher(pem);
        if (!key.find()) {
            throw new AssertionError("no key in " + server);
        }
        PrivateKey decoded = KeyFactory.getInstance("EC")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(key.group(1))));
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        store.setKeyEntry("server", decoded, NO_PASSWORD, new Certificate[] {Authority.certificate(pem)});
        KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, NO_PASSWORD);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
