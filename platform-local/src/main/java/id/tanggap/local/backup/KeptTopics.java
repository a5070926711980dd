package id.tanggap.local.backup;

import id.tanggap.local.backup.Manifest.Topic;
import id.tanggap.local.contract.Topology;
import id.tanggap.local.contract.Topology.Resource;
import id.tanggap.local.contract.Topology.Right;
import id.tanggap.local.stack.Names;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The records of an unpacked backup, and which of them the databases of its instant know of. */
final class KeptTopics {
    private final Path folder;
    private final Manifest manifest;
    private final Set<String> sentByUs;

    /** {@code folder}: with one folder a topic. */
    KeptTopics(Path folder, Manifest manifest, Topology topology) {
        this.folder = folder;
        this.manifest = manifest;
        this.sentByUs = topology.grants().stream()
                .filter(grant -> grant.resource() == Resource.TOPIC
                        && grant.right() == Right.WRITE
                        && Names.SERVICES.contains(grant.principal()))
                .map(Topology.Grant::name)
                .collect(Collectors.toSet());
    }

    interface Reader {
        void record(KeptRecord record) throws IOException;
    }

    /** The ids of events that may have been made after the instant. */
    Set<UUID> doubtful() throws IOException {
        Set<UUID> found = new HashSet<>();
        for (String topic : manifest.topics().keySet()) {
            if (sentByUs.contains(topic) && !Offsets.isDeadLetterQueue(topic)) {
                read(topic, record -> {
                    if (isDoubtful(topic, record)) {
                        id(record).ifPresent(found::add);
                    }
                });
            }
        }
        return found;
    }

    /**
     * Whether a record is restored. All from before the instant are. Of those around it: an event if its producer's outbox has it; no dead
     * letter, for its consumer, which had not committed it, meets the record again and puts it there anew; and what agencies have sent, for the
     * broker has accepted it from them.
     *
     * @param known those of the doubtful that are in an outbox
     */
    boolean isRestored(String topic, KeptRecord record, Set<UUID> known) {
        if (!sentByUs.contains(topic) || !isDoubtful(topic, record)) {
            return true;
        }
        return !Offsets.isDeadLetterQueue(topic)
                && id(record).map(known::contains).orElse(true);
    }

    /** Each partition's in their order. */
    void read(String topic, Reader reader) throws IOException {
        Path parts = folder.resolve(topic);
        if (!Files.isDirectory(parts)) {
            return;
        }
        List<Path> sorted;
        try (Stream<Path> files = Files.list(parts)) {
            sorted = files.sorted().toList();
        }
        for (Path part : sorted) {
            try (BufferedReader lines = Files.newBufferedReader(part)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    reader.record(KeptRecord.parse(line));
                }
            }
        }
    }

    private boolean isDoubtful(String topic, KeptRecord record) {
        Topic known = manifest.topics().get(topic);
        return record.offset() >= known.before().get(record.partition());
    }

    /** The relay gives its events such ids; what has another one was not sent by it. */
    private static Optional<UUID> id(KeptRecord record) {
        try {
            return record.eventId().map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
