package id.tanggap.local.replay.agency;

import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.SystemConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** All agencies, each listening to its own topic and working what it hears of, with its own Kafka clients. */
public final class Agencies implements NewsChannel {
    public static final String KAFKA = "Kafka";

    private final List<AgencyRecord> records = new CopyOnWriteArrayList<>();
    private final List<AgencyConsumer> consumers = new ArrayList<>();
    private final List<DutyDesk> desks = new ArrayList<>();

    /**
     * Returns when every agency misses nothing that comes from now on.
     *
     * @param reports texts of the reports that they work on; of others they only hear
     */
    public Agencies(SystemConfig system, Set<String> reports) {
        try {
            for (String agency : Names.AGENCIES) {
                DutyDesk desk = new DutyDesk(system, agency, reports);
                desks.add(desk);
                consumers.add(new AgencyConsumer(system, agency, record -> {
                    records.add(record);
                    desk.hear(record);
                }));
            }
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    @Override
    public String name() {
        return KAFKA;
    }

    @Override
    public Set<String> agencies() {
        return Set.copyOf(Names.AGENCIES);
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public List<AgencyRecord> records() {
        return List.copyOf(records);
    }

    /** Whether every agency has received all that is on its topic. */
    @Override
    public boolean caughtUp() throws InterruptedException {
        try {
            List<CompletableFuture<Boolean>> answers =
                    consumers.stream().map(AgencyConsumer::caughtUp).toList();
            for (CompletableFuture<Boolean> answer : answers) {
                if (!answer.get(10, TimeUnit.SECONDS)) {
                    return false;
                }
            }
            return true;
        } catch (ExecutionException | TimeoutException e) {
            return false;
        }
    }

    @Override
    public void close() {
        consumers.forEach(AgencyConsumer::close);
        desks.forEach(DutyDesk::close);
    }
}
