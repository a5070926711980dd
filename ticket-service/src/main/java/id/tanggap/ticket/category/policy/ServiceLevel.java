package id.tanggap.ticket.category.policy;

import java.time.Duration;
import java.util.Optional;

/**
 * Within what time after a ticket's opening its leading agency is to have come how far; empty: no time is set.
 *
 * @param accept has accepted it
 * @param enRoute is on its way
 * @param onScene is there
 * @param close has done its part
 */
public record ServiceLevel(
        Optional<Duration> accept, Optional<Duration> enRoute, Optional<Duration> onScene, Optional<Duration> close) {

    /** No time is set for anything. */
    public static final ServiceLevel NONE =
            new ServiceLevel(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
}
