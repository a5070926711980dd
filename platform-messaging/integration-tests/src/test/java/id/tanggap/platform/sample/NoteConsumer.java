package id.tanggap.platform.sample;

import com.fasterxml.jackson.core.JsonParseException;
import id.tanggap.platform.consume.EventConsumer;
import id.tanggap.platform.consume.ReceivedEvent;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the newest text of each note and counts how often each event had an effect. */
@ApplicationScoped
public class NoteConsumer {

    private final List<String> effects = new CopyOnWriteArrayList<>();
    private final List<String> attempts = new CopyOnWriteArrayList<>();
    private final EventConsumer events;

    NoteConsumer(EventConsumer events) {
        this.events = events;
    }

    public List<String> effects() {
        return effects;
    }

    public List<String> attempts() {
        return attempts;
    }

    @Incoming("sample-note")
    Uni<Void> onNote(ConsumerRecord<String, byte[]> record) {
        return events.consume("sample", record, NoteWritten.class, this::write);
    }

    private Uni<Void> write(Mutiny.Session session, ReceivedEvent<NoteWritten> event) {
        attempts.add(event.data().text());
        if (event.data().text().startsWith("unbearable")) {
            throw new IllegalStateException(
                    "this note cannot be borne\nby anybody"
                            .repeat(event.data().text().startsWith("unbearable at length") ? 100 : 1),
                    new JsonParseException(null, "an effect's own"));
        }
        return session.createNativeQuery(
                        """
                        insert into note (id, text, version) values (:id, :text, :version)
                        on conflict (id) do update set text = excluded.text, version = excluded.version
                        """)
                .setParameter("id", event.data().noteId())
                .setParameter("text", event.data().text())
                .setParameter("version", event.sequence().orElse(0))
                .executeUpdate()
                .invoke(() -> effects.add(event.data().text()))
                .replaceWithVoid();
    }
}
