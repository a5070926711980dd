package id.tanggap.ticket.assignment.policy;

import java.util.List;
import java.util.Optional;

/**
 * Who has a ticket after an agency said "not ours" and named another one. Somebody always has: the named agency at once, without
 * being asked.
 */
public final class ReferralPolicy {

    /**
     * An agency's part before the referral.
     *
     * @param referredTo to whom it has referred the ticket itself, if it has
     */
    public record Part(
            String agency, Role role, boolean reporterNeeded, AssignmentStatus status, Optional<String> referredTo) {}

    /**
     * What becomes of the named agency's part.
     *
     * @param reporterNeeded whether it must be able to call the reporter back: if it had to before, or the agency that
     *     referred had to
     * @param begins whether it is to begin, anew if it was done before; otherwise it is under way already
     * @param centreJoins whether the command centre is given a part, too: the ticket goes back to an agency that had sent
     *     it on, so that two disagree and a person has to decide
     */
    public record Referral(Role role, boolean reporterNeeded, boolean begins, boolean centreJoins) {}

    private ReferralPolicy() {}

    /** The referral of the part of {@code from} to {@code to}, which is another agency, with a part or not. */
    public static Referral refer(List<Part> parts, Part from, String to, String centre) {
        Optional<Part> known = of(parts, to);
        boolean leads = from.role() == Role.LEAD
                || known.filter(part -> part.role() == Role.LEAD).isPresent();
        boolean disputed = known.flatMap(Part::referredTo).isPresent();
        return new Referral(
                leads ? Role.LEAD : Role.SUPPORT,
                from.reporterNeeded() || known.filter(Part::reporterNeeded).isPresent(),
                known.map(part -> part.status().isDone()).orElse(true),
                disputed
                        && !to.equals(centre)
                        && of(parts, centre)
                                .filter(part -> !part.status().isDone())
                                .isEmpty());
    }

    private static Optional<Part> of(List<Part> parts, String agency) {
        return parts.stream().filter(part -> part.agency().equals(agency)).findFirst();
    }
}
