package id.tanggap.ticket.backlog;

import id.tanggap.ticket.callback.CallbackList;
import id.tanggap.ticket.callback.CallbackView;
import id.tanggap.ticket.ticket.Ticket;
import id.tanggap.ticket.ticket.TicketView;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * What the command centre looks through at opening, by keyset: the highest priority first, and of one priority the oldest. A
 * caller who could not speak comes before every ticket, for all that is known of these is that they can wait.
 */
@ApplicationScoped
public class BacklogList {

    /** Ranks ascend, so that one comparison of rows finds what follows. */
    private static final String LIST =
            """
            select id, kind from (
                select t.id, 'TICKET' as kind, 10 - t.priority as rank, t.opened_at as since
                  from ticket t
                 where t.after_hours and t.status = 'OPEN' and t.acknowledged_at is null
                   and not exists (select 1 from assignment a
                                    where a.ticket_id = t.id
                                      and a.status in ('RESOURCES_ASSIGNED', 'RESOURCES_ENROUTE', 'RESOURCES_ONSCENE',
                                                       'CLOSED'))
                 union all
                select c.id, 'CALL_BACK', -1, c.opened_at
                  from callback_task c
                 where c.after_hours and c.closed_at is null) as item
            """;

    private static final String AFTER =
            """
             where (rank, since, id) > (
                select rank, since, id from (
                    select 10 - priority as rank, opened_at as since, id from ticket where id = :last
                     union all
                    select -1, opened_at, id from callback_task where id = :last) as last)
            """;
    private static final String ORDER = " order by rank, since, id limit :most";

    private final Tickets tickets;
    private final CallbackList callbacks;

    BacklogList(Tickets tickets, CallbackList callbacks) {
        this.tickets = tickets;
        this.callbacks = callbacks;
    }

    private record Found(UUID id, BacklogItem.Kind kind) {}

    /**
     * At most {@code limit} items.
     *
     * @param last item of the part before, which may have left the backlog; after an unknown one there is nothing
     */
    public Uni<List<BacklogItem>> list(Mutiny.Session session, Optional<UUID> last, int limit) {
        var query = session.createNativeQuery(LIST + (last.isPresent() ? AFTER : "") + ORDER, Object[].class)
                .setParameter("most", limit);
        last.ifPresent(id -> query.setParameter("last", id));
        return query.getResultList()
                .map(rows -> rows.stream()
                        .map(row -> new Found((UUID) row[0], BacklogItem.Kind.valueOf((String) row[1])))
                        .toList())
                .chain(found -> tickets.withIds(session, ids(found, BacklogItem.Kind.TICKET))
                        .chain(open -> callbacks
                                .withIds(session, ids(found, BacklogItem.Kind.CALL_BACK))
                                .map(tasks -> items(found, open, tasks))));
    }

    private static List<UUID> ids(List<Found> found, BacklogItem.Kind kind) {
        return found.stream().filter(one -> one.kind() == kind).map(Found::id).toList();
    }

    private static List<BacklogItem> items(List<Found> found, List<Ticket> tickets, List<CallbackView> tasks) {
        Map<UUID, BacklogItem> items = tickets.stream()
                .collect(Collectors.toMap(
                        Ticket::id,
                        ticket -> new BacklogItem(
                                BacklogItem.Kind.TICKET,
                                ticket.openedAt(),
                                Optional.of(TicketView.of(ticket, Optional.empty())),
                                Optional.empty())));
        items.putAll(tasks.stream()
                .collect(Collectors.toMap(
                        CallbackView::taskId,
                        task -> new BacklogItem(
                                BacklogItem.Kind.CALL_BACK, task.openedAt(), Optional.empty(), Optional.of(task)))));
        return found.stream().map(Found::id).map(items::get).toList();
    }
}
