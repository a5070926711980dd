package id.tanggap.local.test;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** What a service has not acknowledged yet of all that was sent to the topics that it consumes. */
public final class Backlog {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(100);

    private Backlog() {}

    /**
     * Returns when there is none: what earlier tests have sent is in no figure that is looked at from now on.
     *
     * @throws AssertionError after a minute, with the number of records in each partition
     */
    public static void awaitNone(String service) {
        Instant end = Instant.now().plus(PATIENCE);
        try (Admin admin = KafkaPeers.admin()) {
            for (var left = of(admin, service); !left.isEmpty(); left = of(admin, service)) {
                if (Instant.now().isAfter(end)) {
                    throw new AssertionError(service + " has not acknowledged " + left);
                }
                Thread.sleep(POLL);
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, Long> of(Admin admin, String service) throws ExecutionException, InterruptedException {
        Map<String, Long> left = new TreeMap<>();
        var groups = admin.listGroups().all().get().stream()
                .map(GroupListing::groupId)
                .filter(group -> group.startsWith(service))
                .toList();
        for (var group : admin.describeConsumerGroups(groups).all().get().values()) {
            Map<TopicPartition, OffsetAndMetadata> acknowledged = admin.listConsumerGroupOffsets(group.groupId())
                    .partitionsToOffsetAndMetadata()
                    .get();
            var ends = admin.listOffsets(partitions(group)).all().get();
            ends.forEach((partition, newest) -> {
                OffsetAndMetadata known = acknowledged.get(partition);
                long records = newest.offset() - (known == null ? 0 : known.offset());
                if (records > 0) {
                    left.put(group.groupId() + " " + partition, records);
                }
            });
        }
        return left;
    }

    private static Map<TopicPartition, OffsetSpec> partitions(ConsumerGroupDescription group) {
        return group.members().stream()
                .flatMap(member -> member.assignment().topicPartitions().stream())
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.latest()));
    }
}
