package id.tanggap.ticket.config;

import id.tanggap.ticket.assignment.policy.AssignmentPolicy;
import id.tanggap.ticket.clock.policy.ServiceHours;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes beans of what knows nothing of the container. */
@ApplicationScoped
class Policies {

    @Produces
    @Singleton
    AssignmentPolicy assignmentPolicy(TicketConfig config) {
        return new AssignmentPolicy(config.clockTolerance());
    }

    @Produces
    @Singleton
    ServiceHours serviceHours(ClockConfig config) {
        return new ServiceHours(config.serviceFrom(), config.serviceTo());
    }
}
