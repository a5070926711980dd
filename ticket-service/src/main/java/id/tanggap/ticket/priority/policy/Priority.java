package id.tanggap.ticket.priority.policy;

import java.util.List;

/**
 * How urgent a ticket is, and why.
 *
 * @param level EIDO common priority (NENA-STA-021.1), 0 to 10, 10 the highest
 * @param emergency whether it waits for nothing
 * @param reasons the category first, then what raised it
 */
public record Priority(int level, boolean emergency, List<PriorityReason> reasons) {}
