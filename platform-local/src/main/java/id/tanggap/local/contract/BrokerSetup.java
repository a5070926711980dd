package id.tanggap.local.contract;

import id.tanggap.local.contract.Channel.Ownership;
import id.tanggap.local.contract.Topology.Grant;
import id.tanggap.local.contract.Topology.Resource;
import id.tanggap.local.contract.Topology.Right;
import id.tanggap.local.stack.StackException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclBindingFilter;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;

/** Brings a broker to what a topology says, as often as wanted: adds what is missing, takes back rights no longer given. */
public final class BrokerSetup {
    private static final int ITERATIONS = 4096;
    private static final int BORROWED_PARTITIONS = 3;

    private final Admin admin;

    public BrokerSetup(Admin admin) {
        this.admin = admin;
    }

    /** Gives each principal its SCRAM-SHA-512 password, {@code admin} excepted, which exists since the storage does. */
    public void users(Map<String, String> passwords) {
        List<UserScramCredentialAlteration> changes = new ArrayList<>();
        passwords.forEach((user, password) -> {
            if (!user.equals("admin")) {
                changes.add(new UserScramCredentialUpsertion(
                        user, new ScramCredentialInfo(ScramMechanism.SCRAM_SHA_512, ITERATIONS), password));
            }
        });
        await(
                "set the Kafka passwords",
                admin.alterUserScramCredentials(changes).all());
    }

    public void topics(Topology topology) {
        int brokers = await("ask Kafka for its nodes", admin.describeCluster().nodes())
                .size();
        Set<String> existing = await("list Kafka's topics", admin.listTopics().names());
        List<NewTopic> missing = new ArrayList<>();
        topology.topics().forEach((name, ownership) -> {
            if (!existing.contains(name)) {
                missing.add(new NewTopic(name, ownership.partitions(), (short) Math.min(ownership.replicas(), brokers))
                        .configs(forThisCluster(ownership, brokers)));
            }
        });
        await("create the topics", admin.createTopics(missing).all());
        widen(topology, existing);
        reconfigure(topology, existing, brokers);
    }

    /** Topics of other services, made only where their owner is absent: a service tested alone. */
    public void borrowedTopics(Topology topology) {
        Set<String> existing = await("list Kafka's topics", admin.listTopics().names());
        await(
                "create the topics",
                admin.createTopics(topology.borrowed().stream()
                                .filter(name -> !existing.contains(name))
                                .map(name -> new NewTopic(name, BORROWED_PARTITIONS, (short) 1))
                                .toList())
                        .all());
    }

    public void rights(Topology topology) {
        Set<AclBinding> wanted = new HashSet<>();
        topology.grants().forEach(grant -> wanted.addAll(bindings(grant)));
        Collection<AclBinding> present = await(
                "list Kafka's rights", admin.describeAcls(AclBindingFilter.ANY).values());
        List<AclBindingFilter> surplus = present.stream()
                .filter(binding -> !wanted.contains(binding))
                .map(AclBinding::toFilter)
                .toList();
        present.forEach(wanted::remove);
        await("grant the rights", admin.createAcls(wanted).all());
        await("withdraw rights", admin.deleteAcls(surplus).all());
    }

    private void widen(Topology topology, Set<String> existing) {
        List<String> known =
                topology.topics().keySet().stream().filter(existing::contains).toList();
        Map<String, TopicDescription> present =
                await("describe the topics", admin.describeTopics(known).allTopicNames());
        Map<String, NewPartitions> wider = new LinkedHashMap<>();
        present.forEach((name, description) -> {
            int wanted = topology.topics().get(name).partitions();
            if (wanted > description.partitions().size()) {
                wider.put(name, NewPartitions.increaseTo(wanted));
            }
        });
        await("add partitions", admin.createPartitions(wider).all());
    }

    private void reconfigure(Topology topology, Set<String> existing, int brokers) {
        Map<ConfigResource, Collection<AlterConfigOp>> changes = new LinkedHashMap<>();
        topology.topics().forEach((name, ownership) -> {
            Map<String, String> values = forThisCluster(ownership, brokers);
            if (existing.contains(name) && !values.isEmpty()) {
                changes.put(
                        new ConfigResource(ConfigResource.Type.TOPIC, name),
                        values.entrySet().stream()
                                .map(entry -> new AlterConfigOp(
                                        new ConfigEntry(entry.getKey(), entry.getValue()), AlterConfigOp.OpType.SET))
                                .toList());
            }
        });
        await("configure the topics", admin.incrementalAlterConfigs(changes).all());
    }

    /** A document speaks of production, where more than one broker must have a record; here there may be one. */
    private static Map<String, String> forThisCluster(Ownership ownership, int brokers) {
        Map<String, String> values = new LinkedHashMap<>(ownership.configuration());
        values.computeIfPresent(
                "min.insync.replicas", (key, value) -> Integer.toString(Math.min(Integer.parseInt(value), brokers)));
        return values;
    }

    private static List<AclBinding> bindings(Grant grant) {
        boolean topic = grant.resource() == Resource.TOPIC;
        ResourcePattern pattern = new ResourcePattern(
                topic ? ResourceType.TOPIC : ResourceType.GROUP,
                grant.name(),
                topic ? PatternType.LITERAL : PatternType.PREFIXED);
        AclOperation operation = grant.right() == Right.READ ? AclOperation.READ : AclOperation.WRITE;
        return List.of(operation, AclOperation.DESCRIBE).stream()
                .map(each -> new AclBinding(
                        pattern,
                        new AccessControlEntry("User:" + grant.principal(), "*", each, AclPermissionType.ALLOW)))
                .toList();
    }

    private static <T> T await(String purpose, KafkaFuture<T> future) {
        try {
            return future.get(30, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new StackException("Cannot " + purpose + ": " + e.getCause().getMessage(), e);
        } catch (TimeoutException e) {
            throw new StackException("Cannot " + purpose + ": the broker did not answer within 30 s", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }
}
