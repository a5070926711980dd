package id.tanggap.ticket.ticket;

import id.tanggap.ticket.identity.ReporterIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** The reports of the tickets that were merged into one: no caller is lost in a merge. */
@ApplicationScoped
public class AttachedReports {

    private final Tickets tickets;
    private final ReporterIdentity identity;

    AttachedReports(Tickets tickets, ReporterIdentity identity) {
        this.tickets = tickets;
        this.identity = identity;
    }

    /** Those of this ticket, with who reported, the first first. */
    Uni<List<AlsoReported>> of(Mutiny.Session session, Ticket ticket) {
        return ticket.isParent()
                ? tickets.mergedInto(session, ticket.id).map(merged -> merged.stream()
                        .map(t -> AlsoReported.of(t, identity.open(t.id.toString(), t.reporter())))
                        .toList())
                : Uni.createFrom().item(List.of());
    }

    /** Those of all these tickets that have any, by the ticket's id. */
    Uni<Map<UUID, List<AlsoReported>>> ofAll(Mutiny.Session session, List<Ticket> tickets) {
        Map<UUID, List<AlsoReported>> all = new HashMap<>();
        Uni<Void> done = Uni.createFrom().voidItem();
        for (Ticket ticket : tickets) {
            if (ticket.isParent()) {
                done = done.chain(() -> of(session, ticket))
                        .invoke(merged -> all.put(ticket.id, merged))
                        .replaceWithVoid();
            }
        }
        return done.replaceWith(all);
    }

    /** The same for somebody who is not to know who reported. */
    public Uni<List<AlsoReported>> unnamed(Mutiny.Session session, Ticket ticket) {
        return of(session, ticket)
                .map(merged -> merged.stream().map(AlsoReported::unnamed).toList());
    }
}
