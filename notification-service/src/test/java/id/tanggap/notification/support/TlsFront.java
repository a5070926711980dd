package id.tanggap.notification.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** Encrypts what a plain server on this machine says: from the first byte, or as a mail server does after STARTTLS (RFC 3207). */
public final class TlsFront implements AutoCloseable {

    private final ServerSocket listener = new ServerSocket(0, 16, InetAddress.getLoopbackAddress());
    private final SSLContext context;
    private final int behind;
    private final boolean startTls;

    public TlsFront(SSLContext context, int behind, boolean startTls) throws IOException {
        this.context = context;
        this.behind = behind;
        this.startTls = startTls;
        Thread.ofVirtual().start(this::accept);
    }

    public int port() {
        return listener.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listener.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            // By the test.
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (startTls) {
                greet(client);
            }
            try (SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(client, null, true)) {
                secure.startHandshake();
                handOn(secure);
            }
        } catch (IOException refused) {
            // The client does not go on: that is what it reports.
        }
    }

    private void handOn(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), behind)) {
            if (startTls) {
                // Its greeting: the client had ours.
                line(server.getInputStream());
            }
            Thread.ofVirtual().start(() -> pump(server, client));
            pump(client, server);
        }
    }

    /** Up to where both sides turn to TLS. */
    private static void greet(Socket client) throws IOException {
        say(client, "220 front ESMTP");
        while (true) {
            String said = line(client.getInputStream());
            if (said.startsWith("EHLO")) {
                say(client, "250-front\r\n250 STARTTLS");
            } else if (said.equals("STARTTLS")) {
                say(client, "220 go ahead");
                return;
            } else {
                say(client, "530 Must issue a STARTTLS command first");
            }
        }
    }

    private static void say(Socket client, String line) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** Not a byte more: what follows may be a handshake. */
    private static String line(InputStream in) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int next = in.read(); next != '\n'; next = in.read()) {
            if (next < 0) {
                throw new IOException("gone");
            }
            line.append((char) next);
        }
        return line.toString().strip();
    }

    private static void pump(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.close();
        } catch (IOException gone) {
            // One of the two has hung up.
        }
    }

    @Override
    public void close() throws IOException {
        listener.close();
    }
}
