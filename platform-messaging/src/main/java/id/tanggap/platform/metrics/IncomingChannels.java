package id.tanggap.platform.metrics;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.Config;

/** The channels that this service consumes, as they are configured, with their dead-letter queues. */
@ApplicationScoped
public class IncomingChannels {

    private static final Pattern QUEUE =
            Pattern.compile("mp\\.messaging\\.incoming\\.([^.]+)\\.dead-letter-queue\\.topic");

    private final Map<String, String> queues;

    IncomingChannels(Config config) {
        Map<String, String> found = new TreeMap<>();
        for (String property : config.getPropertyNames()) {
            Matcher queue = QUEUE.matcher(property);
            if (queue.matches()) {
                found.put(queue.group(1), config.getValue(property, String.class));
            }
        }
        this.queues = Map.copyOf(found);
    }

    /** Names as in the configuration, which are the values of the label {@code channel}. */
    public Set<String> names() {
        return queues.keySet();
    }

    /** The topic of each channel's dead-letter queue. */
    Map<String, String> queues() {
        return queues;
    }
}
