package id.tanggap.ticket.incident.policy;

import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.assignment.policy.Role;

/**
 * One agency's part in a ticket, whole.
 *
 * @param reporterNeeded whether it must be able to call the reporters back
 */
public record IncidentPart(String agency, Role role, boolean reporterNeeded, Progress progress) {}
