package id.tanggap.local.replay.agency;

import id.tanggap.local.replay.http.Bearers;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** All agencies, each following notification-service's server-sent events with its own person's account. */
public final class AgencyStreams implements NewsChannel {
    private final List<AgencyRecord> records = new CopyOnWriteArrayList<>();
    private final List<AgencyStream> streams = new ArrayList<>();

    /** Returns when every agency misses nothing that comes from now on. */
    public AgencyStreams(URI address, Bearers bearers) {
        Names.AGENCIES.forEach(agency -> streams.add(new AgencyStream(address, agency, bearers, records::add)));
        try {
            for (AgencyStream stream : streams) {
                stream.awaitOpen();
            }
        } catch (StackException e) {
            close();
            throw e;
        } catch (InterruptedException e) {
            close();
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    @Override
    public String name() {
        return "SSE";
    }

    @Override
    public Set<String> agencies() {
        return Set.copyOf(Names.AGENCIES);
    }

    /** Who goes on after an event is not told it again. */
    @Override
    public boolean repeats() {
        return false;
    }

    @Override
    public List<AgencyRecord> records() {
        return List.copyOf(records);
    }

    @Override
    public boolean caughtUp() throws InterruptedException {
        for (AgencyStream stream : streams) {
            if (!stream.caughtUp()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        streams.forEach(AgencyStream::close);
    }
}
