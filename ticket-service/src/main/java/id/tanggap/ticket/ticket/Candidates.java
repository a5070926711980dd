package id.tanggap.ticket.ticket;

import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.incident.policy.LikenessPolicy;
import id.tanggap.ticket.incident.policy.LikenessReason;
import id.tanggap.ticket.incident.policy.Sighting;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Suggests open tickets that may be of the same incident as one. */
@ApplicationScoped
public class Candidates {

    /** Farther apart in time nothing is suggested, whatever else speaks for it. */
    private static final Duration APART = Duration.ofHours(3);

    /** About 3 km, farther than anything that {@link LikenessPolicy} takes for near. */
    private static final double DEGREES = 0.03;

    /** The nearest in time are compared: a great disaster has more, and a person who knows of it. */
    private static final int COMPARED = 200;

    private static final int SUGGESTED = 10;

    private static final String NEARBY =
            """
            select id, number, category, priority, lat, lon, kecamatan_code, desa_code, caller_ref, reported_at
              from ticket
             where status = 'OPEN' and id <> :id and reported_at between :from and :to
               and (lat is null or cast(:lat as float8) is null
                    or abs(lat - cast(:lat as float8)) < :degrees and abs(lon - cast(:lon as float8)) < :degrees)
             order by abs(extract(epoch from reported_at - cast(:at as timestamptz)))
            """;

    private final Catalogues catalogues;

    Candidates(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /** Why, in words. */
    public record Reason(String code, String textId, String textEn) {

        static Reason of(LikenessReason reason) {
            return new Reason(reason.name(), reason.textId(), reason.textEn());
        }
    }

    /**
     * A ticket that may be of the same incident.
     *
     * @param probability 0 to 1
     * @param metres between the two places, empty if one is not known so well
     * @param minutes between the two reports
     * @param reasons the weightiest first
     */
    public record Candidate(
            UUID ticketId,
            String number,
            String category,
            int priority,
            double probability,
            Optional<Long> metres,
            long minutes,
            List<Reason> reasons) {}

    /** The likeliest first, none that is unlikely. */
    public Uni<List<Candidate>> of(Mutiny.Session session, Ticket ticket) {
        return catalogues.current(session).chain(catalogue -> nearby(session, ticket)
                .map(rows -> rows.stream()
                        .map(row -> candidate(sighting(catalogue, ticket), catalogue, row))
                        .filter(candidate -> candidate.probability() >= LikenessPolicy.SUGGESTED)
                        .sorted(Comparator.comparingDouble(Candidate::probability)
                                .reversed())
                        .limit(SUGGESTED)
                        .toList()));
    }

    private static Uni<List<Object[]>> nearby(Mutiny.Session session, Ticket t) {
        Instant at = t.reportedAt;
        return session.createNativeQuery(NEARBY, Object[].class)
                .setParameter("id", t.id)
                .setParameter("from", at.minus(APART).atOffset(ZoneOffset.UTC))
                .setParameter("to", at.plus(APART).atOffset(ZoneOffset.UTC))
                .setParameter("at", at.atOffset(ZoneOffset.UTC))
                .setParameter("lat", t.location == null ? null : t.location.lat())
                .setParameter("lon", t.location == null ? null : t.location.lon())
                .setParameter("degrees", DEGREES)
                .setMaxResults(COMPARED)
                .getResultList();
    }

    private static Candidate candidate(Sighting own, Catalogue catalogue, Object[] row) {
        LikenessPolicy.Likeness likeness = LikenessPolicy.of(
                own,
                new Sighting(
                        catalogue.path((String) row[2]),
                        (Double) row[4],
                        (Double) row[5],
                        Optional.ofNullable((String) row[6]),
                        Optional.ofNullable((String) row[7]),
                        Optional.ofNullable((String) row[8]),
                        instant(row[9])));
        return new Candidate(
                (UUID) row[0],
                (String) row[1],
                (String) row[2],
                ((Number) row[3]).intValue(),
                Math.round(likeness.probability() * 100) / 100.0,
                likeness.metres().isPresent()
                        ? Optional.of(Math.round(likeness.metres().getAsDouble()))
                        : Optional.empty(),
                likeness.minutes(),
                likeness.reasons().stream().map(Reason::of).toList());
    }

    private static Sighting sighting(Catalogue catalogue, Ticket t) {
        return new Sighting(
                catalogue.path(t.category),
                t.location == null ? null : t.location.lat(),
                t.location == null ? null : t.location.lon(),
                Optional.ofNullable(t.place).map(TicketPlace::kecamatanCode),
                Optional.ofNullable(t.place).map(TicketPlace::desaCode),
                Optional.ofNullable(t.callerRef),
                t.reportedAt);
    }

    private static Instant instant(Object value) {
        return value instanceof OffsetDateTime time ? time.toInstant() : (Instant) value;
    }
}
