package id.tanggap.system;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Thousands of server-sent streams on one thread. A piece of news is known by a mark in its text, {@code #} and six digits; each
 * stream keeps when it had which.
 */
final class SubscriberCrowd implements AutoCloseable {
    private static final int DIGITS = 6;
    private static final byte[] OPEN = ":open".getBytes(US_ASCII);

    /** One stream. */
    final class Subscriber {
        private final SocketChannel channel;
        private final ByteBuffer request;
        private final long[] arrivedAt;
        private int digits = -1;
        private int mark;
        private int matched;
        private boolean open;
        private int twice;
        private boolean broken;

        private Subscriber(SocketChannel channel, ByteBuffer request) {
            this.channel = channel;
            this.request = request;
            this.arrivedAt = new long[news];
        }

        /** When it had this, in {@link System#nanoTime()}; 0 if it has not. */
        long arrivedAt(int number) {
            return arrivedAt[number];
        }

        /** News that came to it more than once. */
        int twice() {
            return twice;
        }

        private void take(byte next, long now) {
            if (!open) {
                matched = next == OPEN[matched] ? matched + 1 : next == OPEN[0] ? 1 : 0;
                if (matched == OPEN.length) {
                    open = true;
                    opened.incrementAndGet();
                }
            } else if (next == '#') {
                digits = 0;
                mark = 0;
            } else if (digits >= 0) {
                mark = mark * 10 + next - '0';
                if (++digits == DIGITS) {
                    digits = -1;
                    arrive(now);
                }
            }
        }

        private void arrive(long now) {
            if (arrivedAt[mark] == 0) {
                arrivedAt[mark] = now;
                arrivals.incrementAndGet();
            } else {
                twice++;
            }
        }
    }

    private final InetSocketAddress server;
    private final int news;
    private final Selector selector = Selector.open();
    private final List<Subscriber> all = new ArrayList<>();
    private final AtomicInteger opened = new AtomicInteger();
    private final AtomicInteger arrivals = new AtomicInteger();
    private final AtomicInteger lost = new AtomicInteger();
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16);
    private final Thread thread = Thread.ofPlatform().daemon().name("crowd").unstarted(this::run);

    /** @param news how many pieces of news there will be, numbered from 0 */
    SubscriberCrowd(int port, int news) throws IOException {
        this.server = new InetSocketAddress("127.0.0.1", port);
        this.news = news;
        thread.start();
    }

    /** The mark by which a text's number is known. */
    static String mark(int number) {
        return "#%06d".formatted(number);
    }

    /** Opens one more stream; returns when it is open. */
    Subscriber open(String token) throws IOException, InterruptedException {
        ByteBuffer request = ByteBuffer.wrap(("GET /api/v1/tickets/stream HTTP/1.1\r\nHost: 127.0.0.1\r\n"
                        + "Accept: text/event-stream\r\nAuthorization: Bearer " + token + "\r\n\r\n")
                .getBytes(US_ASCII));
        SocketChannel channel = SocketChannel.open(server);
        Subscriber subscriber = new Subscriber(channel, request);
        while (subscriber.request.hasRemaining()) {
            channel.write(subscriber.request);
        }
        int before = opened.get();
        channel.configureBlocking(false);
        channel.register(selector.wakeup(), SelectionKey.OP_READ, subscriber);
        all.add(subscriber);
        for (int waited = 0; opened.get() == before; waited++) {
            if (waited > 30_000 || subscriber.broken) {
                throw new IOException("stream " + all.size() + " was not opened");
            }
            Thread.sleep(1);
        }
        return subscriber;
    }

    List<Subscriber> all() {
        return List.copyOf(all);
    }

    /** How often anything has arrived anywhere for the first time. */
    int arrivals() {
        return arrivals.get();
    }

    /** Streams that the server has ended. */
    int lost() {
        return lost.get();
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> read((Subscriber) key.attachment(), key), 100);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Subscriber subscriber, SelectionKey key) {
        try {
            buffer.clear();
            if (subscriber.channel.read(buffer) < 0) {
                throw new IOException("ended");
            }
            long now = System.nanoTime();
            buffer.flip();
            while (buffer.hasRemaining()) {
                subscriber.take(buffer.get(), now);
            }
        } catch (IOException e) {
            key.cancel();
            subscriber.broken = true;
            lost.incrementAndGet();
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (Subscriber subscriber : all) {
            subscriber.channel.close();
        }
    }
}
