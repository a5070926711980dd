package id.tanggap.local.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import id.tanggap.local.test.EmbeddedStack;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A data folder that an older version made goes on. */
class DatabasesTest {
    private static final String SERVICE = "older";
    private static final String OWNER = "older_owner";
    private static final String PASSWORD = "known";

    @BeforeAll
    static void start() {
        System.setProperty("quarkus.application.name", "ticket-service");
        EmbeddedStack.startWithoutKeycloak();
    }

    @Test
    void whatAServiceOwnedItselfIsGivenToItsOwnerAsItIs() throws SQLException {
        databases(SERVICE).create();
        execute(SERVICE, "create table kept (id int)");
        execute(SERVICE, "insert into kept values (112)");

        assertTrue(databases(SERVICE, OWNER).lackRoles(), "a running server is to be started again");
        databases(SERVICE, OWNER).create();
        assertFalse(databases(SERVICE, OWNER).lackRoles());
        // At each start.
        databases(SERVICE, OWNER).create();

        for (String forbidden : new String[] {"drop table kept", "create table mine (id int)", "delete from kept"}) {
            var refused = assertThrows(SQLException.class, () -> execute(SERVICE, forbidden));
            assertEquals("42501", refused.getSQLState(), refused.getMessage());
        }
        execute(OWNER, "grant select on kept to " + SERVICE);
        try (Connection service = connect(SERVICE);
                ResultSet rows = service.createStatement().executeQuery("select id from kept")) {
            assertTrue(rows.next());
            assertEquals(112, rows.getInt(1));
        }
        execute(OWNER, "drop table kept");
    }

    private static Databases databases(String... roles) {
        SystemConfig running = EmbeddedStack.config();
        Credentials known = running.credentials();
        Map<String, String> passwords = new TreeMap<>();
        passwords.put("postgres", known.postgres().get("postgres"));
        for (String role : roles) {
            passwords.put(role, PASSWORD);
        }
        return new Databases(new SystemConfig(
                running.home(),
                running.ports(),
                new Credentials(passwords, known.kafka(), known.clients(), known.users(), known.keys()),
                running.durable()));
    }

    private static void execute(String role, String statement) throws SQLException {
        try (Connection connection = connect(role)) {
            connection.createStatement().execute(statement);
        }
    }

    private static Connection connect(String role) throws SQLException {
        return DriverManager.getConnection(EmbeddedStack.config().jdbcUrl(SERVICE), role, PASSWORD);
    }
}
