package id.tanggap.notification.roster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.notification.roster.policy.DutyTime;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.seal.Seal;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** An agency's officers; each agency reaches its own and no other. */
@ApplicationScoped
public class Roster {

    private static final int OFFICERS_AT_MOST = 500;
    private static final ProblemType LIMIT =
            new ProblemType("too-many-officers", 409, "The agency has as many officers as it may");
    private static final ProblemType STALE =
            new ProblemType("stale-version", 412, "This was changed since it was read");

    private static final String LOCKED = "select * from officer where officer_id = :id and agency = :agency for update";

    private final Transactions transactions;
    private final Seal seal;
    private final ObjectMapper json;
    private final Now now;

    Roster(Transactions transactions, Seal seal, ObjectMapper json, Now now) {
        this.transactions = transactions;
        this.seal = seal;
        this.json = json;
        this.now = now;
    }

    /** An officer, opened. */
    public record Member(UUID officerId, long version, Person person) {

        @Override
        public String toString() {
            return "Member[officerId=" + officerId + "]";
        }
    }

    /** An officer on duty, and until when. */
    public record OnDuty(Member member, DutyTime time) {}

    /** Adds an officer. */
    public Uni<Member> add(String agency, Person person) {
        Officer officer = new Officer(EventIds.next(), agency, seal(person), now.get());
        return transactions.inTransaction(session -> all(session, agency)
                .invoke(all -> {
                    if (all.size() >= OFFICERS_AT_MOST) {
                        throw Problem.of(LIMIT, "At most " + OFFICERS_AT_MOST + ".");
                    }
                })
                .chain(() -> session.persist(officer))
                .replaceWith(() -> open(officer)));
    }

    /** The agency's officers, the oldest first. */
    public Uni<List<Member>> list(String agency) {
        return transactions
                .read(session -> all(session, agency))
                .map(all -> all.stream().map(this::open).toList());
    }

    /** Changes an officer as a whole, if that still has the version that the editor saw. */
    public Uni<Member> edit(String agency, UUID id, long seen, Person person) {
        String sealed = seal(person);
        return transactions.inTransaction(session -> locked(session, agency, id)
                .invoke(found -> {
                    if (found.version() != seen) {
                        throw Problem.of(STALE, "Its version is " + found.version() + " by now; read it again.");
                    }
                    found.edit(sealed);
                })
                .map(this::open));
    }

    /** Removes an officer with name, contacts and shifts. */
    public Uni<Void> remove(String agency, UUID id) {
        return transactions.inTransaction(session -> locked(session, agency, id).chain(found -> session.remove(found)));
    }

    /** Who is on duty at this moment, those first who began first. */
    public Uni<List<OnDuty>> onDuty(String agency, Instant moment) {
        return transactions.read(session -> onDuty(session, agency, moment));
    }

    /** The same in the session's transaction. */
    public Uni<List<OnDuty>> onDuty(Mutiny.Session session, String agency, Instant moment) {
        return session.createSelectionQuery(
                        "select s, o from Shift s join Officer o on o.officerId = s.officerId"
                                + " where s.agency = :agency and s.startsAt <= :moment and s.endsAt > :moment"
                                + " and s.startsAt > :earliest order by s.startsAt, s.shiftId",
                        Object[].class)
                .setParameter("agency", agency)
                .setParameter("moment", moment)
                .setParameter("earliest", moment.minus(DutyTime.LONGEST))
                .getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new OnDuty(open((Officer) row[1]), ((Shift) row[0]).time()))
                        .toList());
    }

    /** The agency's officer, whose row is the session's until its end. */
    static Uni<Officer> locked(Mutiny.Session session, String agency, UUID id) {
        return session.createNativeQuery(LOCKED, Officer.class)
                .setParameter("id", id)
                .setParameter("agency", agency)
                .getSingleResultOrNull()
                .onItem()
                .ifNull()
                .failWith(Roster::unknown);
    }

    /** The problem of an officer who is not there, or not the agency's. */
    public static Problem unknown() {
        return Problem.of(ProblemType.NOT_FOUND, "The agency has no such officer.");
    }

    private static Uni<List<Officer>> all(Mutiny.Session session, String agency) {
        return session.createSelectionQuery(
                        "from Officer o where o.agency = :agency order by o.officerId", Officer.class)
                .setParameter("agency", agency)
                .getResultList();
    }

    private String seal(Person person) {
        try {
            return seal.seal(json.writeValueAsString(person));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a person is plain JSON", e);
        }
    }

    private Member open(Officer officer) {
        try {
            return new Member(
                    officer.id(), officer.version(), json.readValue(seal.open(officer.sealedPerson()), Person.class));
        } catch (JsonProcessingException e) {
            // Without the cause, which quotes what it could not read.
            throw new IllegalStateException("officer " + officer.id() + " is not as it was sealed");
        }
    }
}
