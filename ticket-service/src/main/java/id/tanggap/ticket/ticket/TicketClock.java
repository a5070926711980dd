package id.tanggap.ticket.ticket;

import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.clock.policy.ClockPolicy;
import id.tanggap.ticket.clock.policy.RunningTime;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;

/** Keeps the clocks of tickets' parts: each change of a ticket winds them, under its lock. */
@ApplicationScoped
public class TicketClock {

    private final Catalogues catalogues;

    TicketClock(Catalogues catalogues) {
        this.catalogues = catalogues;
    }

    /**
     * A step that an agency has missed.
     *
     * @param from since when the part's clock ran
     */
    public record Missed(Assignment assignment, ClockPolicy.Due due, Instant from) {}

    /**
     * What became of a ticket that was looked at.
     *
     * @param joined the command centre's part, if it was called now
     */
    public record Looked(Ticket ticket, List<Missed> missed, Optional<Assignment> joined) {

        /** The parts that are another now. */
        public List<Assignment> changed() {
            List<Assignment> changed = new ArrayList<>();
            missed.forEach(one -> changed.add(one.assignment()));
            joined.filter(part -> !changed.contains(part)).ifPresent(changed::add);
            return changed;
        }
    }

    /** Sets all clocks of these tickets to what is due next. */
    public Uni<Void> wind(Mutiny.Session session, List<Ticket> tickets) {
        if (tickets.stream().noneMatch(TicketClock::runs)) {
            tickets.forEach(ticket -> ticket.assignments.forEach(part -> part.wind(Optional.empty())));
            return Uni.createFrom().voidItem();
        }
        return catalogues
                .current(session)
                .invoke(catalogue -> tickets.forEach(
                        ticket -> ticket.assignments.forEach(part -> part.wind(next(ticket, part, catalogue)))))
                .replaceWithVoid();
    }

    /**
     * Finds what these tickets' agencies have missed by now: each at most one step, so that each is told by itself. Calls the
     * command centre where that is due. Clocks for which it is not time yet are wound.
     */
    public Uni<List<Looked>> look(Mutiny.Session session, List<Ticket> tickets, Instant now) {
        return catalogues.current(session).map(catalogue -> tickets.stream()
                .map(ticket -> look(ticket, catalogue, now))
                .toList());
    }

    private static Looked look(Ticket ticket, Catalogue catalogue, Instant now) {
        List<Missed> missed = new ArrayList<>();
        for (Assignment part : ticket.assignments) {
            Optional<ClockPolicy.Due> next = next(ticket, part, catalogue);
            Optional<ClockPolicy.Due> late = next.filter(due -> !due.at().isAfter(now));
            late.ifPresentOrElse(
                    due -> {
                        missed.add(new Missed(part, due, part.clock().from()));
                        part.miss(due);
                    },
                    () -> part.wind(next));
        }
        return new Looked(ticket, missed, ticket.escalated(missed, now));
    }

    private static Optional<ClockPolicy.Due> next(Ticket ticket, Assignment part, Catalogue catalogue) {
        if (!runs(ticket)) {
            return Optional.empty();
        }
        RunningTime duty = catalogue
                .agency(part.agency)
                .map(agency -> RunningTime.onDuty(agency.duty(), catalogue::isHoliday))
                .orElse(RunningTime.ALWAYS);
        AssignmentClock clock = part.clock();
        return ClockPolicy.next(
                new ClockPolicy.Part(part.role, part.status, clock.from(), Optional.ofNullable(clock.missedStep())),
                ticket.targets.serviceLevel(),
                ClockPolicy.clock(ticket.emergency, part.role, duty));
    }

    private static boolean runs(Ticket ticket) {
        return ticket.isOpen() && ticket.targets != null;
    }
}
