package id.tanggap.local.backup;

import java.util.List;
import java.util.Map;

/**
 * What a backup holds, as its last part says; whatever is not in it is not part of the backup.
 *
 * @param version of the launcher that made it
 * @param at the moment of all four databases, as an ISO instant
 * @param postgres major version of the server whose files these are
 * @param groups consumer group to topic to partition to the offset that it would have read next
 * @param parts every other part by its name
 */
record Manifest(
        String version,
        String at,
        String postgres,
        Map<String, Database> databases,
        Map<String, Topic> topics,
        Map<String, Map<String, Map<Integer, Long>>> groups,
        Map<String, Part> parts) {

    record Part(long bytes, String sha256) {}

    /** {@code bytes}: on the disk, shortly before the moment. */
    record Database(int tables, long bytes) {}

    /**
     * A topic.
     *
     * @param records how many of it are in the backup
     * @param before for each partition its end shortly before the moment of the databases: what lies before it, they know
     */
    record Topic(long records, List<Long> before) {}

    long records() {
        return topics.values().stream().mapToLong(Topic::records).sum();
    }
}
