package id.tanggap.ticket.ticket;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.category.Precondition;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.incident.policy.IncidentState;
import id.tanggap.ticket.incident.policy.MergePolicy;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Makes one ticket of two that are of one incident, and two again of one. In EIDO's words the one that stays is Replacing, the
 * other one Replaced; here that one is closed with a link to its parent, so that who knows nothing of merges takes it for
 * done.
 */
@ApplicationScoped
public class Merging {

    /** A ticket that cannot be part of this. */
    public static final ProblemType NOT_MERGEABLE =
            new ProblemType("not-mergeable", 409, "These tickets cannot be merged");

    private final Tickets tickets;
    private final TicketPublisher publisher;
    private final ObjectMapper json;
    private final Now now;

    Merging(Tickets tickets, TicketPublisher publisher, ObjectMapper json, Now now) {
        this.tickets = tickets;
        this.publisher = publisher;
        this.json = json;
        this.now = now;
    }

    /** Merges the child into the parent, whose version {@code seen} names. Both must be open and stand for themselves. */
    public Uni<Ticket> merge(
            Mutiny.Session session, UUID parentId, UUID childId, Precondition seen, Actor actor, String why) {
        if (parentId.equals(childId)) {
            throw Problem.of(NOT_MERGEABLE, "A ticket is not merged into itself.");
        }
        Instant at = now.get();
        return tickets.lockBoth(session, parentId, childId).chain(locked -> {
            Ticket parent = get(locked, parentId);
            Ticket child = get(locked, childId);
            seen.check(Optional.of(parent.version));
            requireOpen(parent);
            requireOpen(child);
            return tickets.callers(session, parentId, childId).chain(callers -> {
                IncidentState before = parent.incident();
                IncidentState childBefore = child.incident();
                IncidentState after = MergePolicy.merge(before, childBefore, callers);
                parent.become(after, child.as(TicketLink.Kind.CHILD), true, at);
                child.replaceBy(parent.as(TicketLink.Kind.PARENT), at);
                return session.persist(merge(parent, child, before, parent.incident(), childBefore, at))
                        .chain(session::flush)
                        .chain(() -> publisher.publish(session, child, Change.MERGED, actor, why, at))
                        .chain(() -> publisher.publish(session, parent, Change.MERGED, actor, why, at))
                        .replaceWith(parent);
            });
        });
    }

    /**
     * Makes a ticket stand for itself again that was merged; {@code seen} names the version of its parent. The last one first:
     * what a merge brought may be what a later one relies on, and to take it away would call off help that another caller
     * needs.
     */
    public Uni<Ticket> split(
            Mutiny.Session session, UUID parentId, UUID childId, Precondition seen, Actor actor, String why) {
        Instant at = now.get();
        return tickets.lockBoth(session, parentId, childId).chain(locked -> {
            Ticket parent = get(locked, parentId);
            Ticket child = get(locked, childId);
            seen.check(Optional.of(parent.version));
            requireStanding(parent);
            return lastMerge(session, parentId, childId).chain(merge -> {
                IncidentState apart =
                        MergePolicy.split(read(merge.parentBefore), read(merge.parentAfter), parent.incident(), at);
                merge.splitAt = at;
                child.standAlone(read(merge.childBefore), parent.as(TicketLink.Kind.PARENT), at);
                parent.become(apart, child.as(TicketLink.Kind.CHILD), false, at);
                return session.flush()
                        .chain(() -> publisher.publish(session, child, Change.SPLIT, actor, why, at))
                        .chain(() -> publisher.publish(session, parent, Change.SPLIT, actor, why, at))
                        .replaceWith(child);
            });
        });
    }

    /** Says that two tickets have to do with each other, or that they have not; the same again changes nothing. */
    public Uni<Ticket> relate(
            Mutiny.Session session, UUID oneId, UUID otherId, boolean related, Actor actor, String why) {
        if (oneId.equals(otherId)) {
            throw Problem.of(NOT_MERGEABLE, "A ticket is not related to itself.");
        }
        Instant at = now.get();
        return tickets.lockBoth(session, oneId, otherId).chain(locked -> {
            Ticket one = get(locked, oneId);
            Ticket other = get(locked, otherId);
            return relate(session, one, other, related, actor, why, at)
                    .chain(() -> relate(session, other, one, related, actor, why, at))
                    .replaceWith(one);
        });
    }

    private Uni<Void> relate(
            Mutiny.Session session, Ticket one, Ticket other, boolean related, Actor actor, String why, Instant at) {
        if (!one.link(other.as(TicketLink.Kind.RELATED), related)) {
            return Uni.createFrom().voidItem();
        }
        one.retold();
        return publisher.publish(session, one, Change.RELATED, actor, why, at);
    }

    private TicketMerge merge(
            Ticket parent,
            Ticket child,
            IncidentState before,
            IncidentState after,
            IncidentState childBefore,
            Instant at) {
        TicketMerge merge = new TicketMerge();
        merge.id = EventIds.next();
        merge.parentId = parent.id;
        merge.childId = child.id;
        merge.parentBefore = write(before);
        merge.parentAfter = write(after);
        merge.childBefore = write(childBefore);
        merge.mergedAt = at;
        return merge;
    }

    private static Uni<TicketMerge> lastMerge(Mutiny.Session session, UUID parentId, UUID childId) {
        return session.createQuery(
                        "from TicketMerge m where m.parentId = :parent and m.splitAt is null"
                                + " order by m.mergedAt desc, m.id desc",
                        TicketMerge.class)
                .setParameter("parent", parentId)
                .getResultList()
                .map(inForce -> {
                    if (inForce.stream().noneMatch(merge -> merge.childId.equals(childId))) {
                        throw Problem.of(NOT_MERGEABLE, "The one was not merged into the other, or is split already.");
                    }
                    TicketMerge last = inForce.getFirst();
                    if (!last.childId.equals(childId)) {
                        throw Problem.of(
                                NOT_MERGEABLE, "Ticket " + last.childId + " was merged after it: split that first.");
                    }
                    return last;
                });
    }

    private static Ticket get(List<Ticket> locked, UUID id) {
        return locked.stream()
                .filter(ticket -> ticket.id.equals(id))
                .findFirst()
                .orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no ticket " + id + "."));
    }

    private static void requireStanding(Ticket ticket) {
        if (ticket.isReplaced()) {
            throw Problem.of(
                    NOT_MERGEABLE, "Ticket %s was merged into %s.".formatted(ticket.number, ticket.replacedBy));
        }
    }

    private static void requireOpen(Ticket ticket) {
        requireStanding(ticket);
        if (!ticket.isOpen()) {
            throw Problem.of(NOT_MERGEABLE, "Ticket %s is closed.".formatted(ticket.number));
        }
    }

    private String write(IncidentState state) {
        try {
            return json.writeValueAsString(state);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an incident's state cannot be written as JSON", e);
        }
    }

    private IncidentState read(String stored) {
        try {
            return json.readValue(stored, IncidentState.class);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an incident's stored state is not readable", e);
        }
    }
}
