package id.tanggap.ticket.assignment;

import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.ticket.assignment.policy.Action;
import id.tanggap.ticket.assignment.policy.AssignmentPolicy;
import id.tanggap.ticket.assignment.policy.CommandFields;
import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.assignment.policy.Transition;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.history.Actor;
import id.tanggap.ticket.ticket.Assignment;
import id.tanggap.ticket.ticket.Ticket;
import id.tanggap.ticket.ticket.TicketPublisher;
import id.tanggap.ticket.ticket.Tickets;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hibernate.reactive.mutiny.Mutiny;
import org.jboss.logging.Logger;

/** Carries out agencies' commands, by the same rules whichever way they come. */
@ApplicationScoped
public class Commands {

    /** The command does not follow from the assignment's status. */
    public static final ProblemType INVALID_TRANSITION =
            new ProblemType("invalid-transition", 409, "The assignment's status does not permit this");

    private static final Logger LOG = Logger.getLogger(Commands.class);
    private static final String NO_FIELD = "";

    private final Tickets tickets;
    private final Catalogues catalogues;
    private final AppliedCommands applied;
    private final TicketPublisher publisher;
    private final AssignmentPolicy policy;
    private final Now now;

    Commands(
            Tickets tickets,
            Catalogues catalogues,
            AppliedCommands applied,
            TicketPublisher publisher,
            AssignmentPolicy policy,
            Now now) {
        this.tickets = tickets;
        this.catalogues = catalogues;
        this.applied = applied;
        this.publisher = publisher;
        this.policy = policy;
        this.now = now;
    }

    /**
     * Carries out the command of this agency. A ticket of others only is as unknown as one that does not exist, so that
     * nobody can find out by trying which tickets there are. A command for a ticket that was merged is one for the ticket that
     * stands for it: a phone that was offline knows no better.
     *
     * @param account with which the agency sent it
     */
    public Uni<CommandOutcome> handle(Mutiny.Session session, String agency, String account, Command command) {
        return tickets.lockStanding(session, command.ticketId()).chain(found -> {
            Optional<Assignment> own = found.flatMap(ticket -> ticket.assignmentOf(agency));
            if (own.isEmpty()) {
                return Uni.createFrom()
                        .item(new CommandOutcome.Rejected(
                                ProblemType.NOT_FOUND, "There is no such ticket of this agency.", "ticketId"));
            }
            return applied.find(session, agency, command.commandId())
                    .chain(before -> before.isPresent()
                            ? Uni.createFrom().item(again(before.get(), command))
                            : checked(session, agency, command)
                                    .chain(fault -> fault.isPresent()
                                            ? Uni.createFrom().item(fault.get())
                                            : carryOut(
                                                    session,
                                                    agency,
                                                    account,
                                                    command,
                                                    found.orElseThrow(),
                                                    own.get())));
        });
    }

    private Uni<Optional<CommandOutcome>> checked(Mutiny.Session session, String agency, Command command) {
        Optional<CommandFields.Fault> fault =
                CommandFields.fault(agency, command.action(), command.finding(), command.referTo());
        if (fault.isPresent() || command.referTo().isEmpty()) {
            return Uni.createFrom().item(fault.map(Commands::invalid));
        }
        String other = command.referTo().get();
        return catalogues
                .current(session)
                .map(catalogue -> catalogue.agency(other).isPresent()
                        ? Optional.empty()
                        : Optional.of(invalid(new CommandFields.Fault("referTo", "is not an agency"))));
    }

    private static CommandOutcome invalid(CommandFields.Fault fault) {
        return new CommandOutcome.Rejected(
                ProblemType.VALIDATION, fault.field() + ": " + fault.detail(), fault.field());
    }

    private Uni<CommandOutcome> progress(
            Mutiny.Session session,
            String agency,
            String account,
            Command command,
            Ticket ticket,
            Assignment own,
            Progress progress,
            Instant at) {
        return publisher
                .publish(
                        session,
                        ticket,
                        changed(ticket, own, command.action(), progress, at),
                        new Actor(account, Actor.Role.AGENCY),
                        command.why(),
                        at)
                .invoke(() -> LOG.infof(
                        "event=command-applied ticket=%s agency=%s command=%s action=%s open=%s",
                        ticket.id(), agency, command.commandId(), command.action(), ticket.isOpen()))
                .replaceWith(new CommandOutcome.Applied(progress.status(), false));
    }

    private static List<Assignment> changed(
            Ticket ticket, Assignment own, Action action, Progress progress, Instant at) {
        if (action == Action.REFER) {
            return ticket.refer(own, progress, at);
        }
        ticket.progress(own, progress, at);
        return List.of(own);
    }

    private static CommandOutcome again(AppliedCommand before, Command command) {
        return before.isOf(command)
                ? new CommandOutcome.Applied(before.status, true)
                : new CommandOutcome.Rejected(
                        ProblemType.CONFLICT, "This commandId was used for another command.", "commandId");
    }

    private Uni<CommandOutcome> carryOut(
            Mutiny.Session session, String agency, String account, Command command, Ticket ticket, Assignment own) {
        Instant at = now.get();
        Transition transition = policy.apply(own.progress(), command.action(), command.at(), at, command.conclusion());
        return switch (transition) {
            case Transition.Permitted(Progress progress) ->
                applied.add(session, agency, command, progress.status(), at)
                        // The ticket's lock keeps out the same command, not another one under the same id.
                        .chain(first -> first
                                ? progress(session, agency, account, command, ticket, own, progress, at)
                                : applied.find(session, agency, command.commandId())
                                        .map(before -> again(before.orElseThrow(), command)));
            case Transition.Impossible(var from, var action) ->
                Uni.createFrom()
                        .item(new CommandOutcome.Rejected(
                                INVALID_TRANSITION, action + " does not follow " + from.eido() + ".", NO_FIELD));
            case Transition.ImplausibleTime(String detail) ->
                Uni.createFrom().item(invalid(new CommandFields.Fault("at", detail)));
        };
    }
}
