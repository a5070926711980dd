package id.tanggap.ticket.incident.policy;

import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.assignment.policy.Role;
import id.tanggap.ticket.priority.policy.PriorityPolicy;
import id.tanggap.ticket.priority.policy.PriorityReason;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What becomes of two tickets of one incident. The one that stays has the agencies of both, each as far as it had come in
 * either, the higher priority, and more of it for callers who do not know of each other. A split puts back what nobody has
 * changed since: whatever an agency has done in between stays where it was done.
 */
public final class MergePolicy {

    private MergePolicy() {}

    /** How much {@code callers} independent callers raise a priority: a step for two, two for four and more. Ours. */
    public static int raise(int callers) {
        return callers >= 4 ? 2 : callers >= 2 ? 1 : 0;
    }

    /**
     * The ticket that stays, after the merge.
     *
     * @param callers how many independent callers told of both together
     */
    public static IncidentState merge(IncidentState stays, IncidentState goes, int callers) {
        int unraised = Math.max(stays.priority() - raise(stays.callers()), goes.priority() - raise(goes.callers()));
        List<PriorityReason> reasons = new ArrayList<>(stays.reasons());
        goes.reasons().stream().filter(reason -> !reasons.contains(reason)).forEach(reasons::add);
        if (raise(callers) > 0 && !reasons.contains(PriorityReason.CALLERS)) {
            reasons.add(PriorityReason.CALLERS);
        }
        int level = Math.min(
                PriorityPolicy.HIGHEST,
                Math.max(unraised + raise(callers), Math.max(stays.priority(), goes.priority())));
        return new IncidentState(
                parts(stays.parts(), goes.parts()),
                level,
                stays.lifeThreat() || goes.lifeThreat(),
                stays.emergency() || goes.emergency(),
                reasons.stream().sorted().toList(),
                callers);
    }

    /** The ticket that had stayed, after the split. */
    public static IncidentState split(IncidentState before, IncidentState after, IncidentState now, Instant at) {
        List<IncidentPart> parts = now.parts().stream()
                .map(part -> of(after.parts(), part.agency())
                        .filter(merged -> merged.equals(part))
                        .map(untouched -> of(before.parts(), part.agency())
                                .orElseGet(() -> new IncidentPart(
                                        part.agency(),
                                        part.role(),
                                        false,
                                        part.progress().calledOff(at))))
                        .orElse(part))
                .toList();
        boolean set = now.priority() != after.priority() || !now.reasons().equals(after.reasons());
        return new IncidentState(
                parts,
                set ? now.priority() : before.priority(),
                before.lifeThreat(),
                set ? now.emergency() : before.emergency(),
                set ? now.reasons() : before.reasons(),
                before.callers());
    }

    private static List<IncidentPart> parts(List<IncidentPart> stays, List<IncidentPart> goes) {
        List<IncidentPart> parts = new ArrayList<>();
        for (IncidentPart own : stays) {
            parts.add(of(goes, own.agency())
                    .map(other -> new IncidentPart(
                            own.agency(),
                            own.role(),
                            own.reporterNeeded() || other.reporterNeeded(),
                            further(own.progress(), other.progress())))
                    .orElse(own));
        }
        goes.stream()
                .filter(other -> of(stays, other.agency()).isEmpty())
                .filter(other -> !other.progress().status().isDone())
                // Exactly one leads.
                .map(other -> new IncidentPart(other.agency(), Role.SUPPORT, other.reporterNeeded(), other.progress()))
                .forEach(parts::add);
        return List.copyOf(parts);
    }

    /** One that is done is no further than one that is not: there is still something to do. */
    private static Progress further(Progress own, Progress other) {
        if (own.status().isDone() != other.status().isDone()) {
            return own.status().isDone() ? other : own;
        }
        return rank(other.status()) > rank(own.status()) ? other : own;
    }

    private static int rank(AssignmentStatus status) {
        return switch (status) {
            case ACTIVE, REOPENED -> 0;
            case RESOURCES_ASSIGNED -> 1;
            case RESOURCES_ENROUTE -> 2;
            case RESOURCES_ONSCENE -> 3;
            case CLOSED, CANCELLED -> 4;
        };
    }

    private static Optional<IncidentPart> of(List<IncidentPart> parts, String agency) {
        return parts.stream().filter(part -> part.agency().equals(agency)).findFirst();
    }
}
