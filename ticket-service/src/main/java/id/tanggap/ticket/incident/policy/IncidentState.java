package id.tanggap.ticket.incident.policy;

import id.tanggap.ticket.priority.policy.PriorityReason;
import java.util.List;

/**
 * What a merge changes of a ticket, and a split puts back.
 *
 * @param priority EIDO common priority, 0 to 10
 * @param callers how many independent callers told of it
 */
public record IncidentState(
        List<IncidentPart> parts,
        int priority,
        boolean lifeThreat,
        boolean emergency,
        List<PriorityReason> reasons,
        int callers) {}
