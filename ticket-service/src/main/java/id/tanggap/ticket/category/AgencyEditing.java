package id.tanggap.ticket.category;

import id.tanggap.ticket.category.policy.Agency;
import id.tanggap.ticket.category.policy.AgencyFaults;
import id.tanggap.ticket.category.policy.DutyHours;
import id.tanggap.ticket.clock.ClockReset;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Comparator;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Changes agencies. None is created or deleted here: an agency has topics and rights of its own, which are deployed with the
 * contracts.
 */
@ApplicationScoped
public class AgencyEditing {

    private final ReferenceEdits edits;
    private final ClockReset clocks;

    AgencyEditing(ReferenceEdits edits, ClockReset clocks) {
        this.edits = edits;
        this.clocks = clocks;
    }

    /** The agency as it is kept now: as proposed, with a version of its own. The same edit again changes nothing. */
    public Uni<Agency> edit(Mutiny.Session session, Agency proposed, Precondition.Version seen, Editor editor) {
        return edits.begin(session)
                .chain(catalogue -> edits.keep(
                        session,
                        ReferenceKind.AGENCY,
                        proposed.id(),
                        catalogue.agency(proposed.id()),
                        ordered(proposed),
                        seen,
                        () -> AgencyFaults.of(catalogue, proposed),
                        next -> write(session, next).chain(() -> clocks.reckon(session, next.id())),
                        editor));
    }

    private static Agency ordered(Agency a) {
        var periods = a.duty().periods().stream()
                .sorted(Comparator.comparing(DutyHours.Period::day).thenComparing(DutyHours.Period::from))
                .toList();
        return new Agency(
                a.id(),
                a.label(),
                new DutyHours(a.duty().always(), a.duty().onHolidays(), periods),
                a.standIn(),
                a.position(),
                a.version());
    }

    private static Uni<Void> write(Mutiny.Session session, Agency a) {
        Uni<Void> done = session.createNativeQuery(
                        """
                        update agency
                           set label_id = :labelId, label_en = :labelEn, always_on_duty = :always, on_holidays = :onHolidays,
                               stand_in = :standIn, position = :position, version = :version
                         where id = :id
                        """)
                .setParameter("id", a.id())
                .setParameter("labelId", a.label().id())
                .setParameter("labelEn", a.label().en())
                .setParameter("always", a.duty().always())
                .setParameter("onHolidays", a.duty().onHolidays())
                .setParameter("standIn", a.standIn().orElse(null))
                .setParameter("position", a.position())
                .setParameter("version", a.version())
                .executeUpdate()
                .chain(() -> session.createNativeQuery("delete from agency_duty where agency = :id")
                        .setParameter("id", a.id())
                        .executeUpdate())
                .replaceWithVoid();
        for (DutyHours.Period period : a.duty().periods()) {
            done = done.chain(() -> session.createNativeQuery(
                            "insert into agency_duty (agency, day, from_time, to_time) values (:id, :day, :from, :to)")
                    .setParameter("id", a.id())
                    .setParameter("day", period.day().getValue())
                    .setParameter("from", period.from())
                    .setParameter("to", period.to())
                    .executeUpdate()
                    .replaceWithVoid());
        }
        return done;
    }
}
