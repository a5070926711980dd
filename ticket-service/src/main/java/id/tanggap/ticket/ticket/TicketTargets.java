package id.tanggap.ticket.ticket;

import id.tanggap.ticket.category.policy.ServiceLevel;
import jakarta.persistence.Embeddable;
import java.time.Duration;
import java.util.Optional;

/** A ticket's service level as it was when it was opened, in seconds from then; null: no time is set. */
@Embeddable
record TicketTargets(Integer acceptSeconds, Integer enrouteSeconds, Integer onsceneSeconds, Integer closeSeconds) {

    /** Null if no time is set at all. */
    static TicketTargets of(ServiceLevel level) {
        return level.equals(ServiceLevel.NONE)
                ? null
                : new TicketTargets(
                        seconds(level.accept()),
                        seconds(level.enRoute()),
                        seconds(level.onScene()),
                        seconds(level.close()));
    }

    /** As contracts carry it. */
    ServiceLevel serviceLevel() {
        return new ServiceLevel(
                duration(acceptSeconds), duration(enrouteSeconds), duration(onsceneSeconds), duration(closeSeconds));
    }

    private static Integer seconds(Optional<Duration> time) {
        return time.map(Duration::toSeconds).map(Math::toIntExact).orElse(null);
    }

    private static Optional<Duration> duration(Integer seconds) {
        return Optional.ofNullable(seconds).map(Duration::ofSeconds);
    }
}
