package id.tanggap.system;

import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.SystemConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/** Fires that nobody accepts, thousands at once: written into ticket-service's database as its administrator. */
final class DueParts implements AutoCloseable {
    private static final String TICKETS =
            """
            insert into ticket (id, number, report_id, call_id, category, label_id, label_en, priority, life_threat, emergency,
                                status, report_text, standing, place_disagrees, reported_at, opened_at, version,
                                accept_seconds, enroute_seconds)
            select uuidv7(), ? || '-' || i, ? || '-r' || i, ? || '-c' || i, 'FIRE', 'Kebakaran', 'Fire', 9, false, true,
                   'OPEN', 'Asap tebal dari gudang mebel nomor ' || i, 'NOT_FOUND', false, now(), now(), 1, 3600, 36000
              from generate_series(1, ?::integer) as i
            """;
    private static final String PARTS =
            """
            insert into assignment (id, ticket_id, agency, role, position, reporter_needed, status, received_at)
            select uuidv7(), id, 'damkar', 'LEAD', 0, true, 'ACTIVE', opened_at from ticket where number like ? || '-%'
            """;
    private static final String DUE =
            """
            update assignment set clock_from = now() - interval '62 minutes', check_at = now()
             where ticket_id in (select id from ticket where number like ? || '-%')
            """;
    private static final String FIRST = "select min(id::text) from ticket where number like ? || '-%'";
    private static final String LAST = "select max(id::text) from ticket where number like ? || '-%'";
    /** By the index alone: who waits for it asks often, and each look would else read all tickets that there are. */
    private static final String KEPT = "select count(*) from escalation where ticket_id between ?::uuid and ?::uuid";

    /** One for all: logging on costs PostgreSQL more than what is asked. */
    private final Connection connection;

    private final String run;
    private String first;
    private String last;

    /** The numbers of their tickets will begin with {@code run}. */
    DueParts(SystemConfig system, String run) {
        try {
            this.connection = new Databases(system).connect("ticket");
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        this.run = run;
    }

    /** Writes so many tickets of one agency each, whose clock does not run yet. */
    void write(int count) {
        execute(TICKETS, run, run, run, count);
        execute(PARTS, run);
        execute("analyze");
        first = ask(FIRST, run);
        last = ask(LAST, run);
    }

    /** All have missed their first step two minutes ago. */
    void makeDue() {
        execute(DUE, run);
    }

    /** Escalations that are in the database. */
    long kept() {
        return Long.parseLong(ask(KEPT, first, last));
    }

    private String ask(String sql, Object... values) {
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void execute(String sql, Object... values) {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.execute();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
