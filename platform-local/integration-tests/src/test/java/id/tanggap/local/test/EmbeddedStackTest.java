package id.tanggap.local.test;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.PostgresServer;
import id.tanggap.local.stack.SystemConfig;
import id.tanggap.local.stack.TokenClient;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupAuthorizationException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class EmbeddedStackTest {
    private static final String SERVICE = "ticket-service";
    private static Map<String, String> settings;

    @BeforeAll
    static void startTheRealStack() {
        System.setProperty("quarkus.application.name", SERVICE);
        settings = new EmbeddedStack().start();
    }

    @Test
    void anAgencyReadsItsOwnTopicWithItsPassword() throws Exception {
        try (KafkaProducer<String, byte[]> service = KafkaPeers.producer(SERVICE);
                KafkaConsumer<String, byte[]> agency = KafkaPeers.consumer("agency-damkar")) {
            service.send(new ProducerRecord<>("ticket.agency.damkar.v1", "t1", "mine".getBytes(StandardCharsets.UTF_8)))
                    .get();
            agency.subscribe(List.of("ticket.agency.damkar.v1"));
            assertEquals("mine", new String(firstRecord(agency), StandardCharsets.UTF_8));
        }
    }

    @Test
    void anAgencyIsRefusedAnothersTopicAndGroup() {
        try (KafkaConsumer<String, byte[]> agency = KafkaPeers.consumer("agency-damkar")) {
            agency.subscribe(List.of("ticket.agency.bpbd.v1"));
            assertThrows(TopicAuthorizationException.class, () -> agency.poll(Duration.ofSeconds(10)));
        }
        try (KafkaConsumer<String, byte[]> agency = KafkaPeers.consumer("agency-damkar", "agency-bpbd")) {
            agency.subscribe(List.of("ticket.agency.damkar.v1"));
            assertThrows(GroupAuthorizationException.class, () -> agency.poll(Duration.ofSeconds(10)));
        }
        try (KafkaProducer<String, byte[]> agency = KafkaPeers.producer("agency-damkar")) {
            assertRefused(agency, "ticket.agency.damkar.v1");
            assertRefused(agency, "ticket.command.bpbd.v1");
        }
    }

    @Test
    void aWrongPasswordIsRefused() {
        Map<String, Object> wrong = new HashMap<>(Map.of(
                "bootstrap.servers",
                EmbeddedStack.config().bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required"
                        + " username=\"agency-damkar\" password=\"guess\";"));
        try (KafkaProducer<String, byte[]> client =
                new KafkaProducer<>(wrong, new StringSerializer(), new ByteArraySerializer())) {
            assertThrows(SaslAuthenticationException.class, () -> client.partitionsFor("ticket.command.damkar.v1"));
        }
    }

    @Test
    void anAgencyWithAnOldLibraryProvesItselfByPlainPassword() {
        String password = EmbeddedStack.config().credentials().kafka().get("agency-damkar");
        try (KafkaProducer<String, byte[]> client = plain("agency-damkar", password)) {
            assertEquals(6, client.partitionsFor("ticket.command.damkar.v1").size());
            assertThrows(TopicAuthorizationException.class, () -> client.partitionsFor("ticket.command.bpbd.v1"));
        }
        try (KafkaProducer<String, byte[]> client = plain("agency-damkar", "guess")) {
            assertThrows(SaslAuthenticationException.class, () -> client.partitionsFor("ticket.command.damkar.v1"));
        }
        String admin = EmbeddedStack.config().credentials().kafka().get("admin");
        try (KafkaProducer<String, byte[]> client = plain("admin", admin)) {
            assertThrows(SaslAuthenticationException.class, () -> client.partitionsFor("ticket.command.damkar.v1"));
        }
    }

    @Test
    void topicsAreMadeAsTheOwnersDocumentSays() throws Exception {
        try (var admin = KafkaPeers.admin()) {
            var topics = admin.describeTopics(List.of("ticket.agency.bpbd.v1", "intake.call.v1"))
                    .allTopicNames()
                    .get();
            assertEquals(6, topics.get("ticket.agency.bpbd.v1").partitions().size());
            assertEquals(3, topics.get("intake.call.v1").partitions().size());
            var resource = new ConfigResource(ConfigResource.Type.TOPIC, "ticket.agency.bpbd.v1");
            var config = admin.describeConfigs(List.of(resource)).all().get().get(resource);
            assertEquals("compact", config.get("cleanup.policy").value());
        }
    }

    @Test
    void aDatabaseIsItsOwnersAndAServiceMayNotConnectToAnothers() throws SQLException {
        SystemConfig stack = EmbeddedStack.config();
        assertEquals(stack.jdbcUrl("ticket"), settings.get("quarkus.datasource.jdbc.url"));
        String create = "create table mine (id int)";
        try (Connection own = connect("ticket", settings.get("quarkus.datasource.password"))) {
            Statement statement = own.createStatement();
            var refused = assertThrows(SQLException.class, () -> statement.execute(create));
            assertEquals("42501", refused.getSQLState(), refused.getMessage());
        }
        assertEquals("ticket_owner", settings.get("quarkus.flyway.username"));
        try (Connection owner = connectAsOwner()) {
            owner.createStatement().execute(create);
        }
        assertEquals("28P01", refusal("ticket", "guess").getSQLState());
        SQLException foreign = refusal("intake", settings.get("quarkus.datasource.password"));
        assertEquals("42501", foreign.getSQLState(), foreign.getMessage());
    }

    /** Reports hold names and numbers; what a slow or a failed statement was given must not lie about in clear. */
    @Test
    void theDatabasesLogTellsOfStatementsAndNotOfWhatTheyWereGiven() throws Exception {
        Path file = EmbeddedStack.config().process(PostgresServer.NAME).log();
        assumeTrue(Files.exists(file), "a container's log is its engine's");
        String secret = "Sutrisno " + UUID.randomUUID();
        try (Connection connection = new Databases(EmbeddedStack.config()).connect("ticket")) {
            connection.createStatement().execute("set log_min_duration_statement = 0");
            connection.createStatement().execute("create temp table confided (said text check (said is null))");
            try (PreparedStatement insert = connection.prepareStatement("insert into confided values (?)")) {
                insert.setString(1, secret);
                assertThrows(SQLException.class, insert::execute);
            }
            try (PreparedStatement select = connection.prepareStatement("select length(?) as confided")) {
                select.setString(1, secret);
                select.execute();
            }
        }
        String log = Files.readString(file);
        assertTrue(log.contains("select length($1) as confided"), log);
        assertTrue(log.contains("violates check constraint"), log);
        assertFalse(log.contains(secret), log);
    }

    @Test
    void tokensCarryRolesAudienceAndAgency() throws IOException {
        JsonNode operator = claims(Tokens.user("operator1"));
        assertTrue(operator.at("/realm_access/roles").toString().contains("\"operator\""), operator.toString());
        assertTrue(operator.path("aud").toString().contains("tanggap-api"), operator.toString());
        assertTrue(operator.path("agency").isMissingNode(), operator.toString());
        assertEquals(EmbeddedStack.config().realmUrl(), operator.path("iss").asText());
        JsonNode agency = claims(Tokens.client("agency-damkar"));
        assertEquals("damkar", agency.path("agency").asText());
        assertTrue(agency.at("/realm_access/roles").toString().contains("\"agency\""), agency.toString());
        assertEquals("bpbd", claims(Tokens.user("bpbd1")).path("agency").asText());
        JsonNode officer = claims(Tokens.user("officer1"));
        assertEquals("damkar", officer.path("agency").asText());
        assertTrue(officer.at("/realm_access/roles").toString().contains("\"officer\""), officer.toString());
        assertFalse(officer.at("/realm_access/roles").toString().contains("\"agency\""), officer.toString());
        assertTrue(claims(Tokens.client("gateway"))
                .at("/realm_access/roles")
                .toString()
                .contains("\"gateway\""));
    }

    @Test
    void programsMayLogInAsOnePersonAtOnce() throws Exception {
        try (ExecutorService programs = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<String> program = () -> new TokenClient(EmbeddedStack.config()).user("operator1");
            for (Future<String> token : programs.invokeAll(Collections.nCopies(8, program))) {
                assertEquals(
                        "operator1",
                        claims(token.get()).path("preferred_username").asText());
            }
        }
    }

    @Test
    void killedServersComeBackWithTheirData() throws Exception {
        try (Connection own = connectAsOwner()) {
            own.createStatement().execute("create table kept as select 112 as number");
        }
        EmbeddedStack.postgres().kill();
        EmbeddedStack.kafka().kill();
        assertThrows(SQLException.class, () -> connectAsOwner());
        EmbeddedStack.kafka().start();
        EmbeddedStack.postgres().start();
        try (Connection own = connectAsOwner();
                var rows = own.createStatement().executeQuery("select number from kept")) {
            assertTrue(rows.next());
            assertEquals(112, rows.getInt(1));
        }
        try (KafkaProducer<String, byte[]> service = KafkaPeers.producer(SERVICE)) {
            service.send(new ProducerRecord<>("ticket.ticket.v1", "t2", new byte[] {1}))
                    .get();
        }
    }

    private static Connection connect(String database, String password) throws SQLException {
        return DriverManager.getConnection(EmbeddedStack.config().jdbcUrl(database), "ticket", password);
    }

    private static Connection connectAsOwner() throws SQLException {
        return DriverManager.getConnection(
                EmbeddedStack.config().jdbcUrl("ticket"),
                settings.get("quarkus.flyway.username"),
                settings.get("quarkus.flyway.password"));
    }

    private static SQLException refusal(String database, String password) {
        return assertThrows(
                SQLException.class, () -> connect(database, password).close());
    }

    private static void assertRefused(KafkaProducer<String, byte[]> producer, String topic) {
        var refused = assertThrows(
                ExecutionException.class, () -> producer.send(new ProducerRecord<>(topic, "k", new byte[0]))
                        .get());
        assertInstanceOf(TopicAuthorizationException.class, refused.getCause());
    }

    private static KafkaProducer<String, byte[]> plain(String principal, String password) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                EmbeddedStack.config().bootstrapServers(),
                "security.protocol",
                "SASL_PLAINTEXT",
                "sasl.mechanism",
                "PLAIN",
                "sasl.jaas.config",
                "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"%s\" password=\"%s\";"
                        .formatted(principal, password));
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static byte[] firstRecord(KafkaConsumer<String, byte[]> consumer) {
        for (int i = 0; i < 100; i++) {
            ConsumerRecords<String, byte[]> records = consumer.poll(Duration.ofMillis(100));
            if (!records.isEmpty()) {
                return records.iterator().next().value();
            }
        }
        throw new AssertionError("no record within 10 s");
    }

    private static JsonNode claims(String token) throws IOException {
        return new ObjectMapper().readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
