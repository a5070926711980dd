package id.tanggap.intake.config;

import id.tanggap.platform.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes beans of what knows nothing of the container. */
@ApplicationScoped
class Beans {

    @Produces
    @Singleton
    @AtRest
    Seal atRest(SealConfig keys) {
        return Seal.ofBase64(keys.atRestKey(), "intake-at-rest");
    }

    @Produces
    @Singleton
    @Handover
    Seal handover(SealConfig keys) {
        return Seal.ofBase64(keys.handoverKey(), "handover-1");
    }
}
