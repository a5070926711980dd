package id.tanggap.ticket.clock.policy;

import id.tanggap.ticket.assignment.policy.AssignmentStatus;
import id.tanggap.ticket.assignment.policy.Progress;
import id.tanggap.ticket.category.policy.ServiceLevel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;

/** What an agency is to have done by some time, in the order in which it is due. */
public enum Step {
    ACCEPT(AssignmentStatus.RESOURCES_ASSIGNED),
    /** Has accepted although late. Whoever has not by then does not hear at all: waiting for the last step would be hours. */
    ACCEPT_REMINDED(AssignmentStatus.RESOURCES_ASSIGNED),
    EN_ROUTE(AssignmentStatus.RESOURCES_ENROUTE),
    ON_SCENE(AssignmentStatus.RESOURCES_ONSCENE),
    CLOSE(AssignmentStatus.CLOSED);

    private static final int REMINDED = 2;

    private final AssignmentStatus taken;

    Step(AssignmentStatus taken) {
        this.taken = taken;
    }

    /** Whether an assignment of this status has come so far; a later step satisfies the earlier ones. */
    public boolean isTaken(AssignmentStatus status) {
        return switch (status) {
            case ACTIVE, REOPENED -> false;
            case RESOURCES_ASSIGNED, RESOURCES_ENROUTE, RESOURCES_ONSCENE -> status.compareTo(taken) >= 0;
            case CLOSED, CANCELLED -> true;
        };
    }

    /** Within what time of the clock; empty if no time is set for it. */
    Optional<Duration> within(ServiceLevel level) {
        return switch (this) {
            case ACCEPT -> level.accept();
            case ACCEPT_REMINDED -> level.accept().map(once -> reminded(once, level));
            case EN_ROUTE -> level.enRoute();
            case ON_SCENE -> level.onScene();
            case CLOSE -> level.close();
        };
    }

    /** When it was taken, or the first one after it that says that it was; empty if nobody has said so. */
    Optional<Instant> takenAt(Progress progress) {
        return switch (this) {
            case ACCEPT, ACCEPT_REMINDED ->
                progress.acceptedAt()
                        .or(progress::enrouteAt)
                        .or(progress::onsceneAt)
                        .or(progress::closedAt);
            case EN_ROUTE -> progress.enrouteAt().or(progress::onsceneAt);
            case ON_SCENE -> progress.onsceneAt();
            case CLOSE -> progress.closedAt();
        };
    }

    /** The time to accept a second time, or what a later step allows if that is less. */
    private static Duration reminded(Duration once, ServiceLevel level) {
        return Stream.concat(
                        Stream.of(once.multipliedBy(REMINDED)),
                        Stream.of(level.enRoute(), level.onScene(), level.close())
                                .flatMap(Optional::stream))
                .min(Duration::compareTo)
                .orElseThrow();
    }
}
