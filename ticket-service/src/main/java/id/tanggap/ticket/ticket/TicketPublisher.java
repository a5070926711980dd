package id.tanggap.ticket.ticket;

import id.tanggap.platform.outbox.Outbox;
import id.tanggap.platform.outbox.OutboxEvent;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.history.Histories;
import id.tanggap.ticket.identity.Reporter;
import id.tanggap.ticket.identity.ReporterIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Tells of a ticket's change in the transaction that makes it: everybody on ticket.ticket.v1, each agency on its own topic, and
 * those who look back in its history. Last thing in a transaction.
 */
@ApplicationScoped
public class TicketPublisher {

    private static final String AGENCY_TYPE = "id.tanggap.ticket.agency.v1";

    private final Outbox outbox;
    private final Histories histories;
    private final ReporterIdentity identity;
    private final TicketClock clock;
    private final ClockWriting clocks;
    private final AttachedReports attached;

    TicketPublisher(
            Outbox outbox,
            Histories histories,
            ReporterIdentity identity,
            TicketClock clock,
            ClockWriting clocks,
            AttachedReports attached) {
        this.outbox = outbox;
        this.histories = histories;
        this.identity = identity;
        this.clock = clock;
        this.clocks = clocks;
        this.attached = attached;
    }

    /** Tells every assigned agency: something changed that all of them see. */
    public Uni<Void> publish(Mutiny.Session session, Ticket ticket, Change change, Actor actor, Instant at) {
        return publish(session, ticket, ticket.assignments(), change, actor, Optional.empty(), at);
    }

    /** The same, of a change that a person gave a reason for. */
    public Uni<Void> publish(
            Mutiny.Session session, Ticket ticket, Change change, Actor actor, String why, Instant at) {
        return publish(session, ticket, ticket.assignments(), change, actor, Optional.of(why), at);
    }

    /** Tells agencies of their own assignments: no other agency sees those, so none is told. */
    public Uni<Void> publish(
            Mutiny.Session session,
            Ticket ticket,
            List<Assignment> changed,
            Actor actor,
            Optional<String> why,
            Instant at) {
        return publish(session, ticket, changed, Change.ASSIGNMENT, actor, why, at);
    }

    /** Tells the agencies that must ring back, if any: no other one sees who reported. */
    Uni<Void> publishReporter(Mutiny.Session session, Ticket ticket, Actor actor, Instant at) {
        List<Assignment> readers =
                ticket.assignments().stream().filter(Assignment::reporterNeeded).toList();
        if (readers.isEmpty()) {
            return Uni.createFrom().voidItem();
        }
        ticket.reporterKnown();
        return publish(session, ticket, readers, Change.REPORTER, actor, Optional.empty(), at);
    }

    /**
     * A ticket's change by its clocks, of which agencies are told of their own parts.
     *
     * @param changed the parts that are another now
     * @param clocksAlone whether nothing else of them and of the ticket is another, but for its version
     */
    public record Told(Ticket ticket, List<Assignment> changed, boolean clocksAlone, Optional<String> why) {}

    /**
     * Tells of changes of several tickets by their clocks, as {@link #publish} does of one.
     *
     * @param besides what else is told of them, before
     */
    public Uni<Void> publishAll(
            Mutiny.Session session, List<Told> all, List<OutboxEvent> besides, Actor actor, Instant at) {
        List<Ticket> tickets = all.stream().map(Told::ticket).toList();
        return clock.wind(session, tickets)
                .chain(() -> clocks.write(
                        session,
                        all.stream().filter(Told::clocksAlone).map(Told::ticket).toList()))
                .chain(() -> attached.ofAll(session, tickets))
                .chain(merged -> outbox.appendAll(
                        session,
                        Stream.concat(
                                        besides.stream(),
                                        all.stream()
                                                .flatMap(told -> events(
                                                        told.ticket(),
                                                        told.changed(),
                                                        Change.ASSIGNMENT,
                                                        merged.getOrDefault(told.ticket().id, List.of()),
                                                        at)
                                                        .stream()))
                                .toList()))
                .chain(() -> histories.appendAll(
                        session,
                        all.stream()
                                .map(told -> entry(told.ticket(), Change.ASSIGNMENT, actor, told.why(), at))
                                .toList()));
    }

    private Uni<Void> publish(
            Mutiny.Session session,
            Ticket ticket,
            List<Assignment> readers,
            Change change,
            Actor actor,
            Optional<String> why,
            Instant at) {
        return clock.wind(session, List.of(ticket))
                .chain(() -> attached.of(session, ticket))
                .chain(merged -> outbox.appendAll(session, events(ticket, readers, change, merged, at)))
                .chain(() -> histories.appendAll(session, List.of(entry(ticket, change, actor, why, at))));
    }

    private List<OutboxEvent> events(
            Ticket ticket, List<Assignment> readers, Change change, List<AlsoReported> merged, Instant at) {
        Optional<Reporter> reporter = readers.stream().anyMatch(Assignment::reporterNeeded)
                ? identity.open(ticket.id.toString(), ticket.reporter())
                : Optional.empty();
        List<OutboxEvent> events = new ArrayList<>();
        events.add(event(ticket, TicketEvent.TOPIC, TicketEvent.TYPE, at, TicketEvent.of(ticket, change)));
        for (Assignment reader : readers) {
            events.add(event(
                    ticket,
                    topicOf(reader.agency()),
                    AGENCY_TYPE,
                    at,
                    AgencyTicketView.of(ticket, reader, Optional.of(change), reporter, merged)));
        }
        return events;
    }

    /** What makes an agency's topic forget a ticket. */
    static OutboxEvent tombstone(String agency, UUID ticketId, long version, Instant at) {
        String id = ticketId.toString();
        return new OutboxEvent(topicOf(agency), id, AGENCY_TYPE, id, version, at, null);
    }

    private static String topicOf(String agency) {
        return "ticket.agency." + agency + ".v1";
    }

    private static OutboxEvent event(Ticket ticket, String topic, String type, Instant at, Object data) {
        String id = ticket.id.toString();
        return new OutboxEvent(topic, id, type, id, ticket.version, at, data);
    }

    private static Histories.Entry entry(Ticket ticket, Change change, Actor actor, Optional<String> why, Instant at) {
        return new Histories.Entry(ticket.id, ticket.version, change.name(), TicketState.of(ticket), actor, why, at);
    }
}
