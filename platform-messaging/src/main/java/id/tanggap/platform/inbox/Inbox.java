package id.tanggap.platform.inbox;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.hibernate.reactive.mutiny.Mutiny;

/** Remembers within the effect's own transaction what has already had its effect. */
@ApplicationScoped
public class Inbox {

    // ON CONFLICT, never a caught duplicate-key error: that would abort the transaction.
    private static final String FIRST_TIME =
            "insert into inbox_event (consumer, event_id) values (:consumer, :id) on conflict do nothing";

    private static final String NEWEST =
            """
            insert into inbox_cursor (consumer, topic, subject, sequence)
            values (:consumer, :topic, :subject, :sequence)
            on conflict (consumer, topic, subject)
            do update set sequence = excluded.sequence, handled_at = now()
             where inbox_cursor.sequence < excluded.sequence
            """;

    /** Whether this consumer meets the event for the first time. A second, concurrent delivery waits for the first one's commit. */
    public Uni<Boolean> isFirstTime(Mutiny.Session session, String consumer, String eventId) {
        return session.createNativeQuery(FIRST_TIME)
                .setParameter("consumer", consumer)
                .setParameter("id", eventId)
                .executeUpdate()
                .map(rows -> rows == 1);
    }

    /** Whether {@code sequence} is newer than every one seen of this subject; if so it becomes the newest. */
    public Uni<Boolean> isNewest(Mutiny.Session session, String consumer, String topic, String subject, long sequence) {
        return session.createNativeQuery(NEWEST)
                .setParameter("consumer", consumer)
                .setParameter("topic", topic)
                .setParameter("subject", subject)
                .setParameter("sequence", sequence)
                .executeUpdate()
                .map(rows -> rows == 1);
    }
}
