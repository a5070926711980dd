package id.tanggap.ticket.callback;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/** Lists call-back tasks by keyset; what a task is ordered by never changes. */
@ApplicationScoped
public class CallbackList {

    private static final String OPEN = "from CallbackTask t where t.closedAt is null";
    private static final String OPEN_AFTER =
            """
             and (coalesce(t.hoaxLikelihood, 0) > :first
                  or coalesce(t.hoaxLikelihood, 0) = :first
                     and (t.openedAt > :second or t.openedAt = :second and t.id > :id))
            """;
    private static final String OPEN_ORDER = " order by coalesce(t.hoaxLikelihood, 0), t.openedAt, t.id";

    private static final String CLOSED = "from CallbackTask t where t.closedAt is not null";
    private static final String CLOSED_AFTER = " and (t.closedAt < :first or t.closedAt = :first and t.id > :id)";
    private static final String CLOSED_ORDER = " order by t.closedAt desc, t.id";

    /**
     * Open tasks in the order in which they should be worked: the least likely hoax first, one without a score before all.
     *
     * @param after last task of the part before; an unknown one begins anew
     */
    public Uni<List<CallbackView>> open(Mutiny.Session session, Optional<UUID> after, int limit) {
        return last(session, after).chain(last -> {
            var query =
                    session.createQuery(OPEN + (last.isPresent() ? OPEN_AFTER : "") + OPEN_ORDER, CallbackTask.class);
            last.ifPresent(task -> query.setParameter("first", task.hoaxLikelihood == null ? 0 : task.hoaxLikelihood)
                    .setParameter("second", task.openedAt)
                    .setParameter("id", task.id));
            return views(query.setMaxResults(limit).getResultList());
        });
    }

    /** Closed tasks, the last closed first. */
    public Uni<List<CallbackView>> closed(Mutiny.Session session, Optional<UUID> after, int limit) {
        return last(session, after)
                .map(found -> found.filter(task -> !task.isOpen()))
                .chain(last -> {
                    var query = session.createQuery(
                            CLOSED + (last.isPresent() ? CLOSED_AFTER : "") + CLOSED_ORDER, CallbackTask.class);
                    last.ifPresent(
                            task -> query.setParameter("first", task.closedAt).setParameter("id", task.id));
                    return views(query.setMaxResults(limit).getResultList());
                });
    }

    /** These tasks, in any order. */
    public Uni<List<CallbackView>> withIds(Mutiny.Session session, List<UUID> ids) {
        return ids.isEmpty()
                ? Uni.createFrom().item(List.of())
                : views(session.createQuery("from CallbackTask t where t.id in :ids", CallbackTask.class)
                        .setParameter("ids", ids)
                        .getResultList());
    }

    private static Uni<Optional<CallbackTask>> last(Mutiny.Session session, Optional<UUID> after) {
        return after.map(id -> session.find(CallbackTask.class, id).map(Optional::ofNullable))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty()));
    }

    private static Uni<List<CallbackView>> views(Uni<List<CallbackTask>> tasks) {
        return tasks.map(found -> found.stream().map(CallbackView::of).toList());
    }
}
