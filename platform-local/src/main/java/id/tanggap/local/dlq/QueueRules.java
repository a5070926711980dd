package id.tanggap.local.dlq;

import id.tanggap.local.contract.AsyncApiDocument;
import id.tanggap.local.contract.Channel;
import id.tanggap.local.contract.Topology;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the contracts say of a dead-letter queue.
 *
 * @param sources topics that the queue's service reads: nothing else can have come from there
 * @param compacted topics that keep the newest record of each key only
 */
public record QueueRules(Set<String> sources, Set<String> compacted) {

    /** The queues that the documents declare, by name. */
    public static Map<String, QueueRules> of(Collection<AsyncApiDocument> documents) {
        Set<String> compacted = Topology.of(documents).topics().entrySet().stream()
                .filter(topic -> topic.getValue()
                        .configuration()
                        .getOrDefault("cleanup.policy", "")
                        .contains("compact"))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        Map<String, QueueRules> queues = new TreeMap<>();
        for (AsyncApiDocument document : documents) {
            Set<String> sources = document.receives().stream()
                    .flatMap(name -> document.channels().get(name).names().stream())
                    .collect(Collectors.toSet());
            document.channels().values().stream()
                    .filter(channel -> channel.ownership().isPresent())
                    .map(Channel::names)
                    .flatMap(Collection::stream)
                    .filter(topic -> topic.endsWith(".dlq"))
                    .forEach(topic -> queues.put(topic, new QueueRules(sources, compacted)));
        }
        return queues;
    }

    /** Why the letter must stay, empty if it may go back to its topic. */
    Optional<String> objection(DeadLetter letter) {
        if (!sources.contains(letter.topic())) {
            return Optional.of("its service does not read that topic");
        }
        if (compacted.contains(letter.topic())) {
            return Optional.of("that topic keeps the newest state of each key, and an older one would take its place");
        }
        if (letter.excerpt()) {
            return Optional.of("only an excerpt of it is here: what is left of it is in its topic, at that offset");
        }
        return Optional.empty();
    }
}
