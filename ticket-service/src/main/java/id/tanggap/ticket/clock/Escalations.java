package id.tanggap.ticket.clock;

import id.tanggap.platform.event.EventIds;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.config.ClockConfig;
import id.tanggap.ticket.config.TicketConfig;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.ticket.Ticket;
import id.tanggap.ticket.ticket.TicketClock;
import id.tanggap.ticket.ticket.TicketPublisher;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.FlushMode;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells of each step that an agency has missed, once: in the transaction that notes it on the part, under the ticket's lock, and
 * kept under a key of part, clock and step.
 */
@ApplicationScoped
class Escalations {

    private static final Actor CLOCK = Actor.service("ticket-service");

    private final DueClocks due;
    private final Tickets tickets;
    private final TicketClock clock;
    private final TicketPublisher publisher;
    private final ClockConfig config;
    private final TicketConfig sweeping;
    private final Now now;

    Escalations(
            DueClocks due,
            Tickets tickets,
            TicketClock clock,
            TicketPublisher publisher,
            ClockConfig config,
            TicketConfig sweeping,
            Now now) {
        this.due = due;
        this.tickets = tickets;
        this.clock = clock;
        this.publisher = publisher;
        this.config = config;
        this.sweeping = sweeping;
        this.now = now;
    }

    /** Tickets that nobody else is changing and whose clocks are to be looked at: locked, some at a time. */
    Uni<List<UUID>> claim(Mutiny.Session session) {
        return due.claim(session, now.get(), config.batchSize());
    }

    /** Looks at a ticket that nobody has locked yet. */
    Uni<List<EscalationEvent>> look(Mutiny.Session session, UUID ticket) {
        return tickets.lock(session, ticket)
                .chain(found -> lookAt(session, found.stream().toList()));
    }

    /** Looks at locked tickets; what was missed is told with the commit. */
    Uni<List<EscalationEvent>> look(Mutiny.Session session, List<UUID> locked) {
        // In as few rounds to the database, and without looking through all of them for changes before each statement.
        session.setBatchSize(config.batchSize()).setFlushMode(FlushMode.COMMIT);
        return tickets.withIds(session, locked).chain(found -> lookAt(session, found));
    }

    /** Lets a ticket at which one could not look wait some more, unless somebody did meanwhile. */
    Uni<Void> putOff(Mutiny.Session session, UUID ticket) {
        Instant at = now.get();
        return due.putOff(session, ticket, at, at.plus(sweeping.sweepRetry()));
    }

    private Uni<List<EscalationEvent>> lookAt(Mutiny.Session session, List<Ticket> found) {
        Instant at = now.get();
        return clock.look(session, found, at)
                .map(looked ->
                        looked.stream().filter(one -> !one.missed().isEmpty()).toList())
                .chain(looked -> {
                    List<EscalationEvent> told = looked.stream()
                            .flatMap(one -> one.missed().stream()
                                    .map(missed -> EscalationEvent.of(EventIds.next(), one.ticket(), missed, at)))
                            .toList();
                    return told.isEmpty()
                            ? Uni.createFrom().item(told)
                            : due.keep(session, told, at)
                                    .call(news -> publisher.publishAll(
                                            session, changes(looked), events(news, at), CLOCK, at));
                });
    }

    private static List<OutboxEvent> events(List<EscalationEvent> news, Instant at) {
        return news.stream()
                .map(event -> new OutboxEvent(
                        EscalationEvent.TOPIC,
                        event.ticketId().toString(),
                        EscalationEvent.TYPE,
                        event.escalationId().toString(),
                        1,
                        at,
                        event))
                .toList();
    }

    private static List<TicketPublisher.Told> changes(List<TicketClock.Looked> looked) {
        return looked.stream()
                .map(one -> new TicketPublisher.Told(
                        one.ticket(), one.changed(), one.joined().isEmpty(), why(one)))
                .toList();
    }

    private static Optional<String> why(TicketClock.Looked looked) {
        String missed = looked.missed().stream()
                .map(one -> "%s missed %s, due %s"
                        .formatted(
                                one.assignment().agency(),
                                one.due().step(),
                                one.due().at()))
                .collect(Collectors.joining("; "));
        return Optional.of(looked.joined().isPresent() ? missed + "; the duty officer is called" : missed);
    }
}
