package id.tanggap.ticket.category;

import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.category.policy.Holiday;
import id.tanggap.ticket.clock.ClockReset;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
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
        return edits.begin(session).chain(catalogue -> {
            Optional<Holiday> before = find(catalogue, proposed.day());
            if (before.filter(kept -> kept.equals(proposed.withVersion(kept.version())))
                    .isPresent()) {
                return Uni.createFrom().item(before.get());
            }
            seen.check(before.map(Holiday::version));
            return edits.lastVersion(
                            session, ReferenceKind.HOLIDAY, proposed.day().toString())
                    .map(last -> proposed.withVersion(
                            Math.max(last, before.map(Holiday::version).orElse(0L)) + 1))
                    .chain(next -> write(session, next)
                            .chain(() -> record(session, next.version(), before, Optional.of(next), editor))
                            .replaceWith(next));
        });
    }

    /** Removes the holiday: offices are open on that day. */
    public Uni<Void> remove(Mutiny.Session session, LocalDate day, Precondition.Version seen, Editor editor) {
        return edits.begin(session).chain(catalogue -> {
            Optional<Holiday> before = find(catalogue, day);
            seen.check(before.map(Holiday::version));
            return session.createNativeQuery("delete from public_holiday where day = :day")
                    .setParameter("day", day)
                    .executeUpdate()
                    .chain(() -> record(session, seen.number() + 1, before, Optional.empty(), editor));
        });
    }

    private static Optional<Holiday> find(Catalogue catalogue, LocalDate day) {
        return Optional.ofNullable(catalogue.holidays().get(day));
    }

    private Uni<Void> record(
            Mutiny.Session session, long version, Optional<Holiday> before, Optional<Holiday> after, Editor editor) {
        String day = before.or(() -> after).orElseThrow().day().toString();
        return edits.record(session, ReferenceKind.HOLIDAY, day, version, before, after, editor)
                .chain(() -> clocks.reckonAll(session));
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
