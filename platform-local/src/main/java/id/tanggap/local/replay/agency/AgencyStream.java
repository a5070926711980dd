package id.tanggap.local.replay.agency;

import id.tanggap.local.replay.http.Bearers;
import id.tanggap.local.replay.http.EventStream;
import id.tanggap.local.replay.http.Subscription;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** One agency's browser: follows its own stream of tickets from now on. */
final class AgencyStream implements AutoCloseable {
    private final String agency;
    private final Subscription events;

    AgencyStream(URI address, String agency, Bearers bearers, Consumer<AgencyRecord> sink) {
        this.agency = agency;
        this.events = new Subscription(address, agency + "1", bearers, event -> sink.accept(read(event)));
    }

    /** Returns when nothing that comes from now on is missed. */
    void awaitOpen() throws InterruptedException {
        events.awaitOpen();
    }

    /** Whether it has all events that a stream opened now would be behind of; false while nobody answers. */
    boolean caughtUp() throws InterruptedException {
        return events.end()
                .map(end -> Long.parseLong(events.lastId()) >= Long.parseLong(end))
                .orElse(false);
    }

    private AgencyRecord read(EventStream.Event event) {
        long now = System.nanoTime();
        return event.name().equals("ticket")
                ? AgencyRecord.read(agency, event.id(), event.data().getBytes(StandardCharsets.UTF_8), now)
                : AgencyRecord.fault(agency, event.id(), "a " + event.name() + " " + event.data(), now);
    }

    @Override
    public void close() {
        events.close();
    }
}
