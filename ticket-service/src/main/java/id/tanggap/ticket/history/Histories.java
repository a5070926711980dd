package id.tanggap.ticket.history;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import id.tanggap.platform.sql.Rows;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Writes down what happens to tickets, and reads it. */
@ApplicationScoped
public class Histories {

    private static final int SALT_BYTES = 16;

    /** However many with one statement, for all others wait for it. */
    private static final String WRITE =
            """
            with record as (
                select position, ticket_id, version, at, change, actor, actor_role, decode(digest, 'base64') as digest,
                       decode(hash, 'base64') as hash, details, decode(salt, 'base64') as salt
                  from json_to_recordset(cast(cast(:records as text) as json))
                       as (position bigint, ticket_id uuid, version bigint, at timestamptz, change text, actor text,
                           actor_role text, digest text, hash text, details text, salt text)),
            kept as (
                insert into ticket_history
                       (position, ticket_id, version, at, change, actor, actor_role, details_digest, hash)
                select position, ticket_id, version, at, change, actor, actor_role, digest, hash from record)
            insert into ticket_history_details (position, details, salt) select position, details, salt from record
            """;

    /** A look at who reported is a record, too, and no new state. */
    private static final String VERSIONS =
            """
            select version, min(at), coalesce(bool_or(cast(details as json) -> 'state' ->> 'status' = 'CLOSED'), false)
              from ticket_history left join ticket_history_details using (position)
             where ticket_id = :ticket group by version order by version
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
                .setParameter("records", Rows.of(records, Histories::write))
                .executeUpdate()
                .replaceWithVoid();
    }

    private static void write(HistoryRecord record, ObjectNode row) {
        row.put("position", record.position)
                .put("ticket_id", record.ticketId.toString())
                .put("version", record.version)
                .put("at", record.at.toString())
                .put("change", record.change)
                .put("actor", record.actor)
                .put("actor_role", record.actorRole.name())
                .put("digest", base64(record.detailsDigest))
                .put("hash", base64(record.hash))
                .put("details", record.details)
                .put("salt", base64(record.salt));
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

    /**
     * A state that a ticket had.
     *
     * @param at since when
     * @param closed whether it was closed then; false where that is not kept any more
     */
    public record Version(long version, Instant at, boolean closed) {}

    /** The states that a ticket had until now, the oldest first. */
    public Uni<List<Version>> versions(Mutiny.Session session, UUID ticketId) {
        return session.createNativeQuery(VERSIONS, Object[].class)
                .setParameter("ticket", ticketId)
                .getResultList()
                .map(rows -> rows.stream().map(Histories::version).toList());
    }

    private static Version version(Object[] row) {
        return new Version(
                ((Number) row[0]).longValue(),
                row[1] instanceof OffsetDateTime time ? time.toInstant() : (Instant) row[1],
                (Boolean) row[2]);
    }

    /** Erases what was said of a ticket that is kept no more, and counts it; that it was said stays in the chain. */
    public Uni<Integer> erase(Mutiny.Session session, UUID ticketId) {
        return session.createNativeQuery("delete from ticket_history_details d using ticket_history h"
                        + " where h.position = d.position and h.ticket_id = :ticket")
                .setParameter("ticket", ticketId)
                .executeUpdate();
    }

    /** The records at so many places after this one, the oldest first. Without a last place, the planner reads all details before them. */
    Uni<List<HistoryRecord>> after(Mutiny.Session session, long position, int places) {
        return session.createQuery(
                        "from HistoryRecord r where r.position > :position and r.position <= :last order by r.position",
                        HistoryRecord.class)
                .setParameter("position", position)
                .setParameter("last", position + places)
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
