package id.tanggap.triage.config;

import id.tanggap.triage.silent.policy.SilentCallPolicy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes beans of what knows nothing of the container. */
@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    SilentCallPolicy silentCallPolicy(SilentConfig config) {
        return new SilentCallPolicy(config.timing());
    }
}
