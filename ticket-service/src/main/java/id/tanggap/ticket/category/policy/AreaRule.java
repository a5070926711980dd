package id.tanggap.ticket.category.policy;

import id.tanggap.ticket.assignment.policy.Role;
import java.util.Optional;
import java.util.UUID;

/**
 * In an area, another agency leads (the usual one leaves, unless a rule keeps it as a support) or one more supports.
 *
 * @param category for this one and all below it in the tree, empty: for every one
 * @param area code of a kecamatan or desa
 * @param reporterNeeded whether the agency must be able to call the reporter back
 * @param version raised by every change, from 1
 */
public record AreaRule(
        UUID id, Optional<String> category, String area, Role role, String agency, boolean reporterNeeded, long version)
        implements Versioned<AreaRule> {

    @Override
    public AreaRule withVersion(long other) {
        return new AreaRule(id, category, area, role, agency, reporterNeeded, other);
    }
}
