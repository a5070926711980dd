package id.tanggap.triage.call;

import id.tanggap.platform.sql.Rows;
import id.tanggap.triage.place.Position;
import id.tanggap.triage.policy.Disposition;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds and locks the evidence of calls. */
@ApplicationScoped
public class CallEvidenceStore {

    private static final String PLACE = "insert into call_evidence (call_id) values (:call) on conflict do nothing";

    private static final String RUNNING =
            """
            select call_id from call_evidence
             where caller_ref = :caller and status in ('UNKNOWN', 'RINGING', 'ANSWERED', 'TRANSFERRED')
               and call_id <> :except
             order by changed_at desc limit 20
            """;

    /** Most that are looked at: beyond so many neighbours another one changes nothing. */
    private static final int MOST_AROUND = 100;

    private static final double METRES_PER_DEGREE = 111_000;

    private static final String AROUND =
            """
            select c.callId, c.callerRef, c.lat, c.lon, c.startedAt, c.said, c.disposition from CallEvidence c
             where c.startedAt between :from and :to and c.callId <> :call
               and c.lat between :south and :north and c.lon between :west and :east
               and coalesce(c.independentCallers, 0) between :least and :most
             order by c.startedAt desc
            """;

    // One parameter: for each number of ids, a list of them would be another query to translate and to prepare.
    private static final String ALL =
            """
            select * from call_evidence
             where call_id = any(array(select json_array_elements_text(cast(cast(:calls as text) as json))))
             order by call_id
            """;

    private static final String CALLER = "select c.callerRef from CallEvidence c where c.callId = :call";

    /**
     * The evidence of this call, locked until the transaction ends; the first to ask makes an empty one. Calls, sound and
     * reports come on three channels at once: without the lock one would overwrite what another had just learned.
     */
    public Uni<CallEvidence> lock(Mutiny.Session session, String callId) {
        // Nearly every time the row exists: sound comes several times a second.
        return find(session, callId).onItem().ifNull().switchTo(() -> session.createNativeQuery(PLACE)
                .setParameter("call", callId)
                .executeUpdate()
                .chain(() -> find(session, callId)));
    }

    /** The evidence of these calls, unlocked; what is missing is made. */
    public Uni<List<CallEvidence>> readAll(Mutiny.Session session, List<String> callIds) {
        return findAll(session, callIds, ALL).map(rows -> List.copyOf(rows.values()));
    }

    /**
     * The evidence of these calls, by id, locked in the order of their ids until the transaction ends: two that lock several
     * calls cannot wait for each other.
     */
    public Uni<Map<String, CallEvidence>> lockAll(Mutiny.Session session, List<String> callIds) {
        return findAll(session, callIds, ALL + " for update");
    }

    private static Uni<Map<String, CallEvidence>> findAll(Mutiny.Session session, List<String> callIds, String query) {
        return select(session, callIds, query).chain(rows -> {
            List<String> missing =
                    callIds.stream().filter(id -> !rows.containsKey(id)).toList();
            return missing.isEmpty()
                    ? Uni.createFrom().item(rows)
                    : Multi.createFrom()
                            .iterable(missing)
                            .onItem()
                            .transformToUniAndConcatenate(id -> session.createNativeQuery(PLACE)
                                    .setParameter("call", id)
                                    .executeUpdate())
                            .collect()
                            .last()
                            .chain(() -> select(session, callIds, query));
        });
    }

    private static Uni<Map<String, CallEvidence>> select(Mutiny.Session session, List<String> callIds, String query) {
        return session.createNativeQuery(query, CallEvidence.class)
                .setParameter("calls", Rows.of(callIds))
                .getResultList()
                .map(rows -> rows.stream().collect(Collectors.toMap(CallEvidence::callId, Function.identity())));
    }

    /**
     * Other calls in the square around this position and between these instants that know of {@code least} to {@code most}
     * witnesses, the newest first, unlocked.
     */
    public Uni<List<CallNearby>> around(
            Mutiny.Session session,
            String exceptCall,
            Position centre,
            double metres,
            Instant from,
            Instant to,
            int least,
            int most) {
        double north = metres / METRES_PER_DEGREE;
        double east = north / Math.max(0.1, Math.cos(Math.toRadians(centre.lat())));
        return session.createSelectionQuery(AROUND, Object[].class)
                .setParameter("from", from)
                .setParameter("to", to)
                .setParameter("call", exceptCall)
                .setParameter("south", centre.lat() - north)
                .setParameter("north", centre.lat() + north)
                .setParameter("west", centre.lon() - east)
                .setParameter("east", centre.lon() + east)
                .setParameter("least", least)
                .setParameter("most", most)
                .setMaxResults(MOST_AROUND)
                .getResultList()
                .map(rows -> rows.stream().map(CallEvidenceStore::nearby).toList());
    }

    private static CallNearby nearby(Object[] row) {
        return new CallNearby(
                (String) row[0],
                Optional.ofNullable((String) row[1]),
                new Position((Double) row[2], (Double) row[3]),
                (Instant) row[4],
                ((ReportColumns) row[5]).said(),
                Optional.ofNullable((Disposition) row[6]));
    }

    private static Uni<CallEvidence> find(Mutiny.Session session, String callId) {
        return session.find(CallEvidence.class, callId, LockModeType.PESSIMISTIC_WRITE);
    }

    /** The call's caller as it stands, unlocked; empty if nobody knows. */
    public Uni<Optional<String>> callerOf(Mutiny.Session session, String callId) {
        return session.createSelectionQuery(CALLER, String.class)
                .setParameter("call", callId)
                .getResultList()
                .map(found -> found.isEmpty() ? Optional.empty() : Optional.ofNullable(found.getFirst()));
    }

    /** Ids of the caller's other calls that are not over. */
    public Uni<List<String>> otherRunning(Mutiny.Session session, String callerRef, String exceptCall) {
        return session.createNativeQuery(RUNNING, String.class)
                .setParameter("caller", callerRef)
                .setParameter("except", exceptCall)
                .getResultList();
    }
}
