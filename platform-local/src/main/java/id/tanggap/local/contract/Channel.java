package id.tanggap.local.contract;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One channel of an AsyncAPI document: the topics that its address stands for, and how they are made if the document owns
 * them.
 *
 * @param topics value of the address' one parameter to topic name; the key is empty where the address has none
 * @param ownership present if this document declares the topic's partitions
 * @param agencyAccess rights that each agency has on the topic of its own name
 */
public record Channel(
        String name, Map<String, String> topics, Optional<Ownership> ownership, Set<AgencyAccess> agencyAccess) {
    /** How the owner wants the topic; {@code replicas} is meant for production. */
    public record Ownership(int partitions, int replicas, Map<String, String> configuration) {}

    /** A right of an agency on its own topic. */
    public enum AgencyAccess {
        READ,
        WRITE
    }

    public List<String> names() {
        return topics.values().stream().sorted().toList();
    }
}
