package id.tanggap.ticket.clock;

import id.tanggap.platform.time.Now;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Has clocks reckoned anew when duty hours or holidays have changed: the sweep looks at them next. One that another transaction
 * is just changing is passed over, for waiting here could end in a deadlock: it is reckoned when it is looked at.
 */
@ApplicationScoped
public class ClockReset {

    private static final String RESET =
            """
            update assignment set check_at = :now
             where id in (select a.id from assignment a join agency g on g.id = a.agency
                           where a.check_at > :now and not g.always_on_duty and not g.on_holidays
                             for update of a skip locked)
            """;
    private static final String RESET_OF =
            """
            update assignment set check_at = :now
             where id in (select id from assignment where check_at > :now and agency = :agency for update skip locked)
            """;

    private final Now now;

    ClockReset(Now now) {
        this.now = now;
    }

    /** Of all agencies that keep holidays. */
    public Uni<Void> reckonAll(Mutiny.Session session) {
        return session.createNativeQuery(RESET)
                .setParameter("now", now.get().atOffset(ZoneOffset.UTC))
                .executeUpdate()
                .replaceWithVoid();
    }

    /** Of this agency. */
    public Uni<Void> reckon(Mutiny.Session session, String agency) {
        return session.createNativeQuery(RESET_OF)
                .setParameter("now", now.get().atOffset(ZoneOffset.UTC))
                .setParameter("agency", agency)
                .executeUpdate()
                .replaceWithVoid();
    }
}
