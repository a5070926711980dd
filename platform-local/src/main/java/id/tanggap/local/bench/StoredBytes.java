package id.tanggap.local.bench;

import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.KafkaAccess;
import id.tanggap.local.stack.Names;
import id.tanggap.local.stack.StackException;
import id.tanggap.local.stack.SystemConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;

/** What the system keeps on disk, without PostgreSQL's write-ahead log, which is written over again and again. */
final class StoredBytes {
    private final SystemConfig system;

    StoredBytes(SystemConfig system) {
        this.system = system;
    }

    /** Bytes of each service's database, with its indexes and what is dead in it and not yet swept up. */
    Map<String, Long> byDatabase() {
        Map<String, Long> sizes = new TreeMap<>();
        try (Connection connection = new Databases(system).connect("postgres");
                PreparedStatement size = connection.prepareStatement("select pg_database_size(?)")) {
            for (String service : Names.SERVICES) {
                size.setString(1, Names.database(service));
                try (ResultSet row = size.executeQuery()) {
                    row.next();
                    sizes.put(Names.database(service), row.getLong(1));
                }
            }
            return sizes;
        } catch (SQLException e) {
            throw new StackException("The databases' sizes cannot be read: " + e.getMessage(), e);
        }
    }

    /** Bytes of each kind of topics: all agencies' ticket topics are one kind, as are all dead letters. */
    Map<String, Long> byTopic() {
        try (Admin admin = KafkaAccess.admin(system)) {
            var brokers = admin.describeCluster().nodes().get().stream()
                    .map(node -> node.id())
                    .toList();
            Map<String, Long> sizes = new TreeMap<>();
            admin.describeLogDirs(brokers).allDescriptions().get().values().stream()
                    .flatMap(folders -> folders.values().stream())
                    .flatMap(folder -> folder.replicaInfos().entrySet().stream())
                    .filter(replica -> !replica.getKey().topic().startsWith("bench."))
                    .forEach(replica -> sizes.merge(
                            kind(replica.getKey().topic()), replica.getValue().size(), Long::sum));
            return sizes;
        } catch (ExecutionException e) {
            throw new StackException("The topics' sizes cannot be read: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StackException("Interrupted.", e);
        }
    }

    /** {@code ticket.agency.damkar.v1} is of the kind {@code ticket.agency}. */
    private static String kind(String topic) {
        if (topic.endsWith(".dlq")) {
            return "dead letters";
        }
        if (topic.startsWith("__")) {
            return "Kafka's own";
        }
        String[] parts = topic.split("\\.");
        return parts.length < 2 ? topic : parts[0] + "." + parts[1];
    }
}
