package id.tanggap.notification.delivery;

import id.tanggap.platform.tx.Transactions;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Reads the delivery log, newest first. */
@ApplicationScoped
public class DeliveryLog {

    private final Transactions transactions;

    DeliveryLog(Transactions transactions) {
        this.transactions = transactions;
    }

    /**
     * Which deliveries to list; an absent criterion excludes none.
     *
     * @param before only those made before this one
     */
    public record Criteria(
            Optional<String> agency,
            Optional<DeliveryStatus> status,
            Optional<String> ticketId,
            Optional<UUID> subscriptionId,
            Optional<UUID> before) {}

    /** The delivery of this subscription that was tried last. */
    public Uni<Optional<Delivery>> lastAttempted(UUID subscriptionId) {
        return transactions
                .read(session -> session.createSelectionQuery(
                                "from Delivery d where d.subscriptionId = :id and d.attemptedAt is not null"
                                        + " order by d.attemptedAt desc",
                                Delivery.class)
                        .setParameter("id", subscriptionId)
                        .setMaxResults(1)
                        .getResultList())
                .map(found -> found.stream().findFirst());
    }

    /** What of this ticket was told, to the agency's receivers or to everybody's if none is named; as it was begun. */
    public Uni<List<Delivery>> ofTicket(Optional<String> agency, String ticketId, int limit) {
        return list(
                        new Criteria(
                                agency, Optional.empty(), Optional.of(ticketId), Optional.empty(), Optional.empty()),
                        limit)
                .map(List::reversed);
    }

    /** The agency's delivery of this id, or anybody's if none is named. */
    public Uni<Optional<Delivery>> get(Optional<String> agency, UUID id) {
        return transactions.read(session -> session.find(Delivery.class, id)).map(found -> Optional.ofNullable(found)
                .filter(delivery -> agency.map(delivery.agency()::equals).orElse(true)));
    }

    /** At most {@code limit} deliveries. */
    public Uni<List<Delivery>> list(Criteria criteria, int limit) {
        StringBuilder query = new StringBuilder("from Delivery d where true");
        criteria.agency().ifPresent(set -> query.append(" and d.agency = :agency"));
        criteria.status().ifPresent(set -> query.append(" and d.status = :status"));
        criteria.ticketId().ifPresent(set -> query.append(" and d.ticketId = :ticketId"));
        criteria.subscriptionId().ifPresent(set -> query.append(" and d.subscriptionId = :subscriptionId"));
        criteria.before().ifPresent(set -> query.append(" and d.deliveryId < :before"));
        query.append(" order by d.deliveryId desc");
        return transactions.read(session -> {
            var selection = session.createSelectionQuery(query.toString(), Delivery.class);
            criteria.agency().ifPresent(value -> selection.setParameter("agency", value));
            criteria.status().ifPresent(value -> selection.setParameter("status", value));
            criteria.ticketId().ifPresent(value -> selection.setParameter("ticketId", value));
            criteria.subscriptionId().ifPresent(value -> selection.setParameter("subscriptionId", value));
            criteria.before().ifPresent(value -> selection.setParameter("before", value));
            return selection.setMaxResults(limit).getResultList();
        });
    }
}
