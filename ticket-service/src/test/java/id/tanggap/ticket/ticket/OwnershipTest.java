package id.tanggap.ticket.ticket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.assignment.policy.Action;
import id.tanggap.ticket.assignment.policy.AssignmentPolicy;
import id.tanggap.ticket.assignment.policy.Conclusion;
import id.tanggap.ticket.assignment.policy.Finding;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.assignment.policy.Transition;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.Route;
import id.tanggap.ticket.category.policy.ServiceLevel;
import id.tanggap.ticket.identity.SealedReporter;
import id.tanggap.ticket.incident.policy.IncidentState;
import id.tanggap.ticket.incident.policy.MergePolicy;
import id.tanggap.ticket.priority.policy.PriorityPolicy;
import id.tanggap.ticket.priority.policy.Verification;
import id.tanggap.ticket.report.Report;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Nothing is ever without an owner, in whatever order agencies and the command centre do what they may. */
class OwnershipTest {

    private static final List<String> AGENCIES = List.of("damkar", "dinkes", "polres", "pln", "pusat");
    private static final int STEPS = 80;

    private final AssignmentPolicy policy = new AssignmentPolicy(Duration.ofMinutes(5));
    private final List<Ticket> tickets = new ArrayList<>();
    private final Deque<Merged> merges = new ArrayDeque<>();
    private Instant now = Instant.parse("2026-05-20T03:00:00Z");
    private Random random;

    private record Merged(
            Ticket parent, Ticket child, IncidentState before, IncidentState after, IncidentState childBefore) {}

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void an_open_ticket_is_somebodys_and_a_closed_one_nobodys_and_exactly_one_leads(int seed) {
        random = new Random(seed);
        IntStream.range(0, 3).forEach(number -> tickets.add(opened(number)));
        List<String> steps = new ArrayList<>();
        for (int i = 0; i < STEPS; i++) {
            now = now.plusSeconds(30);
            steps.add(step());
            for (Ticket ticket : tickets) {
                boolean owned = ticket.assignments().stream().anyMatch(part -> !part.status.isDone());
                assertEquals(ticket.isOpen(), owned, () -> ticket.number + " after " + steps);
                assertEquals(
                        1,
                        ticket.assignments().stream()
                                .filter(part -> part.role == Role.LEAD)
                                .count(),
                        () -> "who lead " + ticket.number + " after " + steps);
                assertEquals(
                        true,
                        !ticket.isReplaced() || !ticket.isOpen(),
                        () -> ticket.number + " is merged and open after " + steps);
            }
        }
    }

    private String step() {
        Ticket ticket = any(tickets);
        return switch (random.nextInt(8)) {
            case 0 -> verify(ticket);
            case 1 -> merge(ticket, any(tickets));
            case 2 -> split();
            default -> command(ticket, any(AGENCIES), any(List.of(Action.values())));
        };
    }

    /** As {@code Commands} does it. */
    private String command(Ticket ticket, String agency, Action action) {
        Optional<Assignment> own = ticket.assignmentOf(agency).filter(part -> !ticket.isReplaced());
        String to = any(AGENCIES);
        if (own.isEmpty() || action == Action.REFER && to.equals(agency)) {
            return "-";
        }
        Conclusion conclusion = action == Action.REFER
                ? new Conclusion(Optional.of(Finding.REFERRED), Optional.empty(), Optional.of(to))
                : Conclusion.NONE;
        if (policy.apply(own.get().progress(), action, now, now, conclusion)
                instanceof Transition.Permitted(var next)) {
            if (action == Action.REFER) {
                ticket.refer(own.get(), next, now);
            } else {
                ticket.progress(own.get(), next, now);
            }
        }
        return "%s %s %s %s".formatted(ticket.number, agency, action, action == Action.REFER ? to : "");
    }

    /** As {@code TicketDesk} does it. */
    private String verify(Ticket ticket) {
        Verification found = any(List.of(Verification.values()));
        boolean mended = found == Verification.GENUINE && ticket.verification == Verification.HOAX;
        if (mended || ticket.isOpen() && !(found == Verification.HOAX && ticket.someoneIsThere())) {
            ticket.verify(found, now);
        }
        return ticket.number + " " + found;
    }

    /** As {@code Merging} does it. */
    private String merge(Ticket parent, Ticket child) {
        if (parent == child || !parent.isOpen() || !child.isOpen()) {
            return "-";
        }
        IncidentState before = parent.incident();
        IncidentState childBefore = child.incident();
        parent.become(MergePolicy.merge(before, childBefore, 2), child.as(TicketLink.Kind.CHILD), true, now);
        child.replaceBy(parent.as(TicketLink.Kind.PARENT), now);
        merges.push(new Merged(parent, child, before, parent.incident(), childBefore));
        return child.number + " into " + parent.number;
    }

    /** Likewise: the last merge first. */
    private String split() {
        if (merges.isEmpty() || merges.peek().parent().isReplaced()) {
            return "-";
        }
        Merged last = merges.pop();
        IncidentState apart =
                MergePolicy.split(last.before(), last.after(), last.parent().incident(), now);
        last.child().standAlone(last.childBefore(), last.parent().as(TicketLink.Kind.PARENT), now);
        last.parent().become(apart, last.child().as(TicketLink.Kind.CHILD), false, now);
        return last.child().number + " out of " + last.parent().number;
    }

    private Ticket opened(int number) {
        Report report = new Report(
                "r" + number, "c" + number, null, "FIRE", "Laporan uji", false, null, null, now, "operator1");
        Route route = new Route(
                "FIRE",
                true,
                new Category.Label("Kebakaran", "Fire"),
                PriorityPolicy.set(number == 0 ? 3 : 9),
                ServiceLevel.NONE,
                List.of(
                        new Category.Part(AGENCIES.get(number), Role.LEAD, true),
                        new Category.Part(AGENCIES.get(number + 1), Role.SUPPORT, false)),
                Placement.UNKNOWN);
        return new Ticket("JPR-" + number, report, route, SealedReporter.NONE, now);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
