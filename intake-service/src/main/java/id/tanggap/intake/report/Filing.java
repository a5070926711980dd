package id.tanggap.intake.report;

import java.util.Optional;

/**
 * What an operator reports of a call.
 *
 * @param category code of ticket-service's reference data; any is accepted, the command centre gets what nobody knows
 * @param place empty, too, if no part of it is told
 */
public record Filing(
        String category, String text, boolean lifeThreat, Optional<Place> place, Optional<Reporter> reporter) {

    public Filing {
        place = place.filter(told -> !told.isUnknown());
    }
}
