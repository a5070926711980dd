package id.tanggap.ticket.category;

import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.category.policy.Holiday;
import id.tanggap.ticket.clock.ClockReset;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Creates, changes and removes public holidays. The clocks of agencies that keep them are reckoned anew. */
@ApplicationScoped
public class HolidayEditing {

    private static final String KEEP =
            """
            insert into public_holiday (day, label_id, label_en, kind, version)
            values (:day, :labelId, :labelEn, :kind, :version)
            on conflict (day) do update
               set label_id = excluded.label_id, label_en = excluded.label_en, kind = excluded.kind,
                   version = excluded.version
            """;

    private final ReferenceEdits edits;
    private final ClockReset clocks;

    HolidayEditing(ReferenceEdits edits, ClockReset clocks) {
        this.edits = edits;
        this.clocks = clocks;
    }

    /** The holiday as it is kept now: as proposed, with a version of its own. The same edit again changes nothing. */
    public Uni<Holiday> edit(Mutiny.Session session, Holiday proposed, Precondition seen, Editor editor) {
        return edits.begin(session)
                .chain(catalogue -> edits.keep(
                        session,
                        ReferenceKind.HOLIDAY,
                        proposed.day().toString(),
                        find(catalogue, proposed.day()),
                        proposed,
                        seen,
                        List::of,
                        next -> write(session, next).chain(() -> clocks.reckonAll(session)),
                        editor));
    }

    /** Removes the holiday: offices are open on that day. */
    public Uni<Void> remove(Mutiny.Session session, LocalDate day, Precondition.Version seen, Editor editor) {
        return edits.begin(session)
                .chain(catalogue -> edits.remove(
                        session,
                        ReferenceKind.HOLIDAY,
                        day.toString(),
                        find(catalogue, day),
                        seen,
                        () -> session.createNativeQuery("delete from public_holiday where day = :day")
                                .setParameter("day", day)
                                .executeUpdate(),
                        editor))
                .chain(() -> clocks.reckonAll(session));
    }

    private static Optional<Holiday> find(Catalogue catalogue, LocalDate day) {
        return Optional.ofNullable(catalogue.holidays().get(day));
    }

    private static Uni<Void> write(Mutiny.Session session, Holiday holiday) {
        return session.createNativeQuery(KEEP)
                .setParameter("day", holiday.day())
                .setParameter("labelId", holiday.label().id())
                .setParameter("labelEn", holiday.label().en())
                .setParameter("kind", holiday.kind().name())
                .setParameter("version", holiday.version())
                .executeUpdate()
                .replaceWithVoid();
    }
}
