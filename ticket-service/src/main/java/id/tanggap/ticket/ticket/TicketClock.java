package id.tanggap.ticket.ticket;

import id.tanggap.platform.tx.AfterCommit;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.clock.policy.ClockPolicy;
import id.tanggap.ticket.clock.policy.RunningTime;
import id.tanggap.ticket.metrics.ServiceLevelMetrics;
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
    private final AfterCommit afterCommit;
    private final ServiceLevelMetrics metrics;

    TicketClock(Catalogues catalogues, AfterCommit afterCommit, ServiceLevelMetrics metrics) {
        this.catalogues = catalogues;
        this.afterCommit = afterCommit;
        this.metrics = metrics;
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

    /** Sets all clocks of these tickets to what is due next, and counts the steps that were taken since they were set last. */
    public Uni<Void> wind(Mutiny.Session session, List<Ticket> tickets) {
        if (tickets.stream().noneMatch(ticket -> runs(ticket) || ran(ticket))) {
            tickets.forEach(ticket -> ticket.assignments.forEach(part -> part.wind(Optional.empty())));
            return Uni.createFrom().voidItem();
        }
        return catalogues
                .current(session)
                .invoke(catalogue -> tickets.forEach(ticket -> ticket.assignments.forEach(part -> {
                    taken(session, ticket, part, catalogue);
                    part.wind(next(ticket, part, catalogue));
                })))
                .replaceWithVoid();
    }

    private void taken(Mutiny.Session session, Ticket ticket, Assignment part, Catalogue catalogue) {
        AssignmentClock clock = part.clock();
        if (clock.dueStep() == null || ticket.targets == null) {
            return;
        }
        List<ClockPolicy.Taken> taken = ClockPolicy.taken(
                part.role,
                part.progress(),
                clock.from(),
                clock.dueStep(),
                ticket.targets.serviceLevel(),
                clockOf(ticket, part, catalogue));
        if (!taken.isEmpty()) {
            String agency = part.agency;
            boolean emergency = ticket.emergency;
            afterCommit.run(
                    session, () -> taken.forEach(step -> metrics.step(agency, step.step(), step.kept(), emergency)));
        }
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
        AssignmentClock clock = part.clock();
        return ClockPolicy.next(
                new ClockPolicy.Part(part.role, part.status, clock.from(), Optional.ofNullable(clock.missedStep())),
                ticket.targets.serviceLevel(),
                clockOf(ticket, part, catalogue));
    }

    private static RunningTime clockOf(Ticket ticket, Assignment part, Catalogue catalogue) {
        RunningTime duty = catalogue
                .agency(part.agency)
                .map(agency -> RunningTime.onDuty(agency.duty(), catalogue::isHoliday))
                .orElse(RunningTime.ALWAYS);
        return ClockPolicy.clock(ticket.emergency, part.role, duty);
    }

    /** Whether a clock of it was set when it was looked at last: its last step may just have been taken. */
    private static boolean ran(Ticket ticket) {
        return ticket.assignments.stream().anyMatch(part -> part.clock().dueStep() != null);
    }

    private static boolean runs(Ticket ticket) {
        return ticket.isOpen() && ticket.targets != null;
    }
}
