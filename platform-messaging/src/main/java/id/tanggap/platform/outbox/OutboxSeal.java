package id.tanggap.platform.outbox;

import id.tanggap.platform.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seals payloads under the service's own key while they rest in the outbox: some carry a caller's name and number. */
@ApplicationScoped
class OutboxSeal {

    private final Seal seal;

    OutboxSeal(@ConfigProperty(name = "tanggap.seal.at-rest-key") String key) {
        this.seal = Seal.ofBase64(key, "outbox");
    }

    String seal(String payload) {
        return seal.seal(payload);
    }

    /** @throws IllegalArgumentException if it was not sealed under this key */
    String open(String sealed) {
        return seal.open(sealed);
    }
}
