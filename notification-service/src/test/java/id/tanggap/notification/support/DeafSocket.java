package id.tanggap.notification.support;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The other end of a WebSocket that opens it and then never sends anything again, no pong either; it reads only when told. */
public final class DeafSocket implements AutoCloseable {

    private static final int PATIENCE_MILLIS = 30_000;
    private static final int CLOSE = 0x88;
    private static final int SHORT = 126;
    private static final int LONG = 127;

    private final Socket socket = new Socket();
    private final InputStream in;
    private long told;

    /** Opens a stream after this position. */
    public DeafSocket(URI base, String token, long after) {
        try {
            // Small, so that what is unread piles up at the server.
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(base.getHost(), base.getPort()));
            socket.getOutputStream()
                    .write(("GET /api/v1/tickets/stream?after=" + after + " HTTP/1.1\r\nHost: " + base.getAuthority()
                                    + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13"
                                    + "\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nAuthorization: Bearer "
                                    + token
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            in = new BufferedInputStream(socket.getInputStream());
            if (!line().contains(" 101 ")) {
                throw new AssertionError("the handshake was refused");
            }
            while (!line().isEmpty()) {
                // The rest of the answer's head.
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n' && c >= 0; c = in.read()) {
            line.append((char) c);
        }
        return line.toString().strip();
    }

    /** Reads frame after frame to the server's close; its code and reason. */
    public SocketClient.Closed readToClose() {
        try {
            socket.setSoTimeout(PATIENCE_MILLIS);
            while (true) {
                int first = in.read();
                if (first < 0) {
                    throw new AssertionError("cut off without a word");
                }
                byte[] payload = in.readNBytes(length());
                told += first == CLOSE ? 0 : payload.length;
                if (first == CLOSE) {
                    return new SocketClient.Closed(
                            (payload[0] & 0xff) << 8 | payload[1] & 0xff,
                            new String(Arrays.copyOfRange(payload, 2, payload.length), StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A server's frames are not masked. */
    private int length() throws IOException {
        int length = in.read();
        int bytes = length == SHORT ? 2 : length == LONG ? 8 : 0;
        if (bytes > 0) {
            length = 0;
        }
        for (int i = 0; i < bytes; i++) {
            length = length << 8 | in.read();
        }
        return length;
    }

    /** Bytes of what it has been told, the close left out. */
    public long told() {
        return told;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
