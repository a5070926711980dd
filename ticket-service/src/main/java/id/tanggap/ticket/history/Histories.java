package id.tanggap.ticket.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what happens to tickets, and reads it. */
@ApplicationScoped
public class Histories {

    private static final int SALT_BYTES = 16;

    /** However many with one statement, for all others wait for it; as text, the one array that needs no telling of what it is. */
    private static final String WRITE =
            """
            with record as (
                select cast(position as bigint), cast(ticket_id as uuid), cast(version as bigint), cast(at as timestamptz),
                       change, actor, actor_role, decode(digest, 'base64') as digest, decode(hash, 'base64') as hash,
                       details, decode(salt, 'base64') as salt
                  from unnest(cast(:positions as text[]), cast(:tickets as text[]), cast(:versions as text[]),
                              cast(:times as text[]), cast(:changes as text[]), cast(:actors as text[]),
                              cast(:roles as text[]), cast(:digests as text[]), cast(:hashes as text[]),
                              cast(:details as text[]), cast(:salts as text[]))
                       as r (position, ticket_id, version, at, change, actor, actor_role, digest, hash, details, salt)),
            kept as (
                insert into ticket_history
                       (position, ticket_id, version, at, change, actor, actor_role, details_digest, hash)
                select position, ticket_id, version, at, change, actor, actor_role, digest, hash from record)
            insert into ticket_history_details (position, details, salt) select position, details, salt from record
            """;

    private final ObjectMapper json;
    private final SecureRandom random = new SecureRandom();

    Histories(ObjectMapper json) {
        this.json = json;
    }

    /** What is kept of a change besides who made it: the ticket after it, and why in the actor's words. */
    private record Details(Object state, Optional<String> why) {}

    /**
     * One change of a ticket.
     *
     * @param state the ticket after the change, to be written as JSON, without personal data of the reporter
     */
    public record Entry(
            UUID ticketId, long version, String change, Object state, Actor actor, Optional<String> why, Instant at) {}

    /** An entry ready to be linked: whatever takes time is done before the end of the chain is locked. */
    private record Prepared(Entry entry, String details, byte[] salt, byte[] digest) {}

    /** Adds one change to the end of the chain, as {@link #appendAll} does. */
    public Uni<Void> append(
            Mutiny.Session session,
            UUID ticketId,
            long version,
            String change,
            Object state,
            Actor actor,
            Optional<String> why,
            Instant at) {
        return appendAll(session, List.of(new Entry(ticketId, version, change, state, actor, why, at)));
    }

    /**
     * Adds changes to the end of the chain, in this order. Last thing in a transaction: from here to the commit all others wait
     * for their place.
     */
    public Uni<Void> appendAll(Mutiny.Session session, List<Entry> entries) {
        List<Prepared> prepared = entries.stream().map(this::prepare).toList();
        return session.flush()
                .chain(() -> session.find(HistoryHead.class, true, LockModeType.PESSIMISTIC_WRITE))
                .chain(head -> write(
                        session, prepared.stream().map(each -> link(head, each)).toList()));
    }

    private Prepared prepare(Entry entry) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        String details = write(new Details(entry.state(), entry.why()));
        return new Prepared(entry, details, salt, Chain.digest(salt, details));
    }

    private static Uni<Void> write(Mutiny.Session session, List<HistoryRecord> records) {
        return session.createNativeQuery(WRITE)
                .setParameter("positions", texts(records, r -> Long.toString(r.position)))
                .setParameter("tickets", texts(records, r -> r.ticketId.toString()))
                .setParameter("versions", texts(records, r -> Long.toString(r.version)))
                .setParameter("times", texts(records, r -> r.at.toString()))
                .setParameter("changes", texts(records, r -> r.change))
                .setParameter("actors", texts(records, r -> r.actor))
                .setParameter("roles", texts(records, r -> r.actorRole.name()))
                .setParameter("digests", texts(records, r -> base64(r.detailsDigest)))
                .setParameter("hashes", texts(records, r -> base64(r.hash)))
                .setParameter("details", texts(records, r -> r.details))
                .setParameter("salts", texts(records, r -> base64(r.salt)))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static String[] texts(List<HistoryRecord> records, Function<HistoryRecord, String> part) {
        return records.stream().map(part).toArray(String[]::new);
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static HistoryRecord link(HistoryHead head, Prepared prepared) {
        Entry entry = prepared.entry();
        Chain.Link link = new Chain.Link(
                head.position + 1,
                entry.ticketId(),
                entry.version(),
                // As exact as the database keeps it.
                entry.at().truncatedTo(ChronoUnit.MICROS),
                entry.change(),
                entry.actor(),
                prepared.digest());
        HistoryRecord record = new HistoryRecord(link, prepared.details(), prepared.salt(), head.hash);
        head.position = record.position;
        head.hash = record.hash;
        return record;
    }

    /** All records of a ticket, the oldest first. */
    public Uni<List<HistoryRecord>> of(Mutiny.Session session, UUID ticketId) {
        return session.createQuery(
                        "from HistoryRecord r where r.ticketId = :ticket order by r.position", HistoryRecord.class)
                .setParameter("ticket", ticketId)
                .getResultList();
    }

    /** Erases what was said of a ticket that is kept no more, and counts it; that it was said stays in the chain. */
    public Uni<Integer> erase(Mutiny.Session session, UUID ticketId) {
        return session.createNativeQuery("delete from ticket_history_details d using ticket_history h"
                        + " where h.position = d.position and h.ticket_id = :ticket")
                .setParameter("ticket", ticketId)
                .executeUpdate();
    }

    /** Records after this place, the oldest first. */
    Uni<List<HistoryRecord>> after(Mutiny.Session session, long position, int limit) {
        return session.createQuery(
                        "from HistoryRecord r where r.position > :position order by r.position", HistoryRecord.class)
                .setParameter("position", position)
                .setMaxResults(limit)
                .getResultList();
    }

    /** The end of the chain as it is now. */
    Uni<HistoryHead> head(Mutiny.Session session) {
        return session.find(HistoryHead.class, true);
    }

    private String write(Details details) {
        try {
            return json.writeValueAsString(details);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a ticket's state cannot be written as JSON", e);
        }
    }
}
