package id.tanggap.local.replay.agency;

import java.util.List;
import java.util.Set;

/** A way on which agencies hear of their tickets; what came on it stays in order of arrival. */
public interface NewsChannel extends AutoCloseable {
    /** For people: such as {@code Kafka}. */
    String name();

    /** Who listens on it. */
    Set<String> agencies();

    /** Whether its contract allows the same event, with the same id, more than once. */
    boolean repeats();

    List<AgencyRecord> records();

    /** Whether all that is on its way has been received; false where nobody can say now. */
    boolean caughtUp() throws InterruptedException;

    @Override
    void close();
}
