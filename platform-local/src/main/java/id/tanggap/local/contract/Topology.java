package id.tanggap.local.contract;

import id.tanggap.local.contract.Channel.AgencyAccess;
import id.tanggap.local.contract.Channel.Ownership;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Every topic and every right that the given documents ask for, and nothing else: what no document names is refused by
 * the broker.
 *
 * @param topics topics with an owner among the documents
 * @param borrowed topics that the documents use and no document owns
 */
public record Topology(Map<String, Ownership> topics, Set<String> borrowed, Set<Grant> grants) {
    private static final String DEAD_LETTERS = ".dlq";

    /** What a principal may do with a resource. */
    public record Grant(String principal, Resource resource, String name, Right right) implements Comparable<Grant> {
        @Override
        public int compareTo(Grant other) {
            return toString().compareTo(other.toString());
        }
    }

    /** {@code GROUP} names a prefix: a service may have several consumer groups of its own. */
    public enum Resource {
        TOPIC,
        GROUP
    }

    /** Both rights on a topic include its description. */
    public enum Right {
        READ,
        WRITE
    }

    public static Topology of(Collection<AsyncApiDocument> documents) {
        Map<String, Ownership> topics = new TreeMap<>();
        Map<String, String> owners = new TreeMap<>();
        Set<String> used = new TreeSet<>();
        Set<Grant> grants = new TreeSet<>();
        for (AsyncApiDocument document : documents) {
            document.channels().values().forEach(channel -> {
                used.addAll(channel.names());
                channel.ownership().ifPresent(ownership -> channel.names().forEach(topic -> {
                    String other = owners.putIfAbsent(topic, document.principal());
                    if (other != null) {
                        throw new IllegalArgumentException(
                                "topic " + topic + " is declared by both " + other + " and " + document.principal());
                    }
                    topics.put(topic, ownership);
                }));
                grantAgencies(channel, grants);
            });
            grantService(document, grants);
        }
        used.removeAll(topics.keySet());
        return new Topology(topics, used, grants);
    }

    private static void grantService(AsyncApiDocument document, Set<Grant> grants) {
        String principal = document.principal();
        document.sends().forEach(name -> document.channels().get(name).names().forEach(topic -> {
            grants.add(new Grant(principal, Resource.TOPIC, topic, Right.WRITE));
            if (topic.endsWith(DEAD_LETTERS)) {
                // Whoever puts letters there counts those that lie there.
                grants.add(new Grant(principal, Resource.TOPIC, topic, Right.READ));
            }
        }));
        document.receives().forEach(name -> document.channels()
                .get(name)
                .names()
                .forEach(topic -> grants.add(new Grant(principal, Resource.TOPIC, topic, Right.READ))));
        if (!document.receives().isEmpty()) {
            grants.add(new Grant(principal, Resource.GROUP, principal, Right.READ));
        }
    }

    private static void grantAgencies(Channel channel, Set<Grant> grants) {
        for (AgencyAccess access : channel.agencyAccess()) {
            channel.topics().forEach((agency, topic) -> {
                if (agency.isEmpty()) {
                    throw new IllegalArgumentException(
                            "channels." + channel.name() + ".x-agency-access needs an address with the agency in it");
                }
                String principal = "agency-" + agency;
                if (access == AgencyAccess.READ) {
                    grants.add(new Grant(principal, Resource.TOPIC, topic, Right.READ));
                    grants.add(new Grant(principal, Resource.GROUP, principal, Right.READ));
                } else {
                    grants.add(new Grant(principal, Resource.TOPIC, topic, Right.WRITE));
                }
            });
        }
    }
}
