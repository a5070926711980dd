package id.tanggap.system;

import id.tanggap.local.stack.Databases;
import id.tanggap.local.stack.SystemConfig;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * What triage has heard of a call and has in its database, in milliseconds; each part is cut off to whole ones.
 *
 * @param missing chunks that never came
 * @param over whether triage knows that the call has ended
 */
record Heard(long speech, long engine, long other, long silence, long missing, boolean over) {
    private static final Heard NOTHING = new Heard(0, 0, 0, 0, 0, false);

    /** As the database's administrator: no public interface shows it. */
    static Heard of(SystemConfig system, String callId) {
        try (Connection connection = new Databases(system).connect("triage");
                PreparedStatement select = connection.prepareStatement(
                        """
                        select speech_ms, engine_ms, other_ms, silence_ms, missing_chunks, status = 'ENDED'
                          from call_evidence where call_id = ?
                        """)) {
            select.setString(1, callId);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Heard(
                                row.getLong(1),
                                row.getLong(2),
                                row.getLong(3),
                                row.getLong(4),
                                row.getLong(5),
                                row.getBoolean(6))
                        : NOTHING;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    long total() {
        return speech + engine + other + silence;
    }
}
