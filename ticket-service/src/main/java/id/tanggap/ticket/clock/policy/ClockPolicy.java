package id.tanggap.ticket.clock.policy;

import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.category.policy.ServiceLevel;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which step an agency has to take next, and by when.
 *
 * <p>The agency that leads owes every step for which its ticket's service level sets a time. One that supports owes its word
 * that it has heard, and no more: whether it has to go there at all is found on the way. Each step that is missed is escalated,
 * and the clock goes on to the next one. The duty officer gets a part when somebody does not hear at all
 * ({@link Step#ACCEPT_REMINDED}) and with the last step.
 */
public final class ClockPolicy {

    private static final List<Step> LEAD = List.of(Step.values());
    private static final List<Step> SUPPORT = List.of(Step.ACCEPT, Step.ACCEPT_REMINDED);

    private ClockPolicy() {}

    /**
     * An agency's part.
     *
     * @param from since when its clock runs: since it was given the ticket, or since it leads
     * @param missed the last step that it missed since then
     */
    public record Part(Role role, AssignmentStatus status, Instant from, Optional<Step> missed) {}

    /**
     * What is to be done.
     *
     * @param dutyOfficer whether missing it calls the duty officer
     */
    public record Due(Step step, Instant at, boolean dutyOfficer) {}

    /** What is due next; empty if nothing is expected any more, or no time is set for it. */
    public static Optional<Due> next(Part part, ServiceLevel level, RunningTime clock) {
        List<Step> owed = owed(part.role(), level);
        return owed.stream()
                .filter(step -> !step.isTaken(part.status()))
                .filter(step ->
                        part.missed().map(missed -> step.compareTo(missed) > 0).orElse(true))
                .findFirst()
                .flatMap(step -> step.within(level)
                        .flatMap(time -> clock.after(part.from(), time))
                        .map(at -> new Due(step, at, callsDutyOfficer(step, owed))));
    }

    /** A step that an agency owed and has taken, in time or not. */
    public record Taken(Step step, boolean kept) {}

    /**
     * Which of the steps that were still owed are taken by now: from {@code due} on, which was due next. By the times that the agency
     * itself has told, for it may have been offline; a step that it passed over counts as taken with the next one, but nobody was
     * there who did not say so. What it has handed on or was let off is nobody's merit, and a reminder no step of its own.
     */
    public static List<Taken> taken(
            Role role, Progress progress, Instant from, Step due, ServiceLevel level, RunningTime clock) {
        if (progress.status() == AssignmentStatus.CANCELLED) {
            return List.of();
        }
        return owed(role, level).stream()
                .filter(step -> step != Step.ACCEPT_REMINDED && step.compareTo(due) >= 0)
                .filter(step -> step.isTaken(progress.status()))
                .flatMap(step -> step
                        .takenAt(progress)
                        .map(at -> new Taken(
                                step, isKept(at, step.within(level).flatMap(time -> clock.after(from, time)))))
                        .stream())
                .toList();
    }

    private static boolean isKept(Instant at, Optional<Instant> due) {
        return due.map(until -> !at.isAfter(until)).orElse(true);
    }

    private static boolean callsDutyOfficer(Step step, List<Step> owed) {
        return step == Step.ACCEPT_REMINDED || step == owed.getLast();
    }

    private static List<Step> owed(Role role, ServiceLevel level) {
        return (role == Role.LEAD ? LEAD : SUPPORT)
                .stream().filter(step -> step.within(level).isPresent()).toList();
    }

    /**
     * By which clock a part is measured. In an emergency the one that leads is measured round the clock, whoever it is. Any other
     * rests while it is off duty: what can wait does, and in an emergency those on duty act for it.
     */
    public static RunningTime clock(boolean emergency, Role role, RunningTime duty) {
        return emergency && role == Role.LEAD ? RunningTime.ALWAYS : duty;
    }
}
