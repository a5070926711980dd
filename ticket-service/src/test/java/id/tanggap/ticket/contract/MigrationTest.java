package id.tanggap.ticket.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import id.tanggap.ticket.support.Database;
import id.tanggap.ticket.support.OnStack;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** A database that has served as of version 6 is brought to today with all that is in it, in a schema of its own. */
@QuarkusTest
class MigrationTest extends OnStack {

    private static final String SCHEMA = "before_the_tree";
    private static final String TICKET = "0196eb7e-3c00-7a1b-8c2d-1f2e3d4c5b6a";

    @Inject
    Database database;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String url;

    @ConfigProperty(name = "quarkus.flyway.username")
    String user;

    @ConfigProperty(name = "quarkus.flyway.password")
    String password;

    @Test
    void tickets_and_a_regencys_own_categories_come_through() {
        migrate("6");
        execute("insert into %s.category values ('ROBBERY', 'Perampokan', 'Robbery', 9, true, 40)");
        execute("insert into %s.category_agency values ('ROBBERY', 'polres', 'LEAD', true)");
        execute("update %s.category set priority = 6 where code = 'WATER'");
        execute(
                """
                insert into %s.ticket (id, number, report_id, call_id, category, label_id, label_en, priority, life_threat,
                                       emergency, status, report_text, lat, lon, reported_at, opened_at, version)
                values ('TICKET', 'JPR-20250520-0001', 'r1', 'c1', 'WATER', 'Air', 'Water', 4, false, false, 'OPEN', 'x',
                        -6.6, 110.6, now(), now(), 3)
                """
                        .replace("TICKET", TICKET));

        migrate("latest");

        assertEquals("4", text("select priority from %s.ticket"));
        assertEquals("3", text("select version from %s.ticket"));
        assertNull(text("select standing from %s.ticket"));
        assertEquals("6", text("select priority from %s.category where code = 'WATER'"));
        assertEquals("UTILITIES", text("select parent from %s.category where code = 'WATER'"));
        assertEquals("PT30M", "PT" + text("select accept_seconds / 60 from %s.category where code = 'WATER'") + "M");
        assertEquals(
                "t", text("select active and parent is null and version = 1 from %s.category where code = 'ROBBERY'"));
        assertEquals("polres", text("select agency from %s.category_agency where category = 'ROBBERY'"));
        assertEquals(
                "0",
                text("select count(*) from %s.category c where not exists "
                        + "(select 1 from %s.category_agency p where p.category = c.code and p.role = 'LEAD')"));
    }

    private void migrate(String target) {
        Flyway.configure()
                .dataSource(url, user, password)
                .schemas(SCHEMA)
                .locations("db/platform", "db/migration")
                .target(target)
                .load()
                .migrate();
    }

    private void execute(String statement) {
        database.execute(statement.replace("%s", SCHEMA));
    }

    private String text(String query) {
        return database.text(query.replace("%s", SCHEMA));
    }
}
