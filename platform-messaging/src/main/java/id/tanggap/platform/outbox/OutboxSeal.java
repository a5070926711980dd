package id.tanggap.platform.outbox;

import id.tanggap.platform.seal.Seal;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seals payloads under the service's own key while they rest in the outbox, for some carry a caller's name and number. */
@ApplicationScoped
class OutboxSeal {

    /** What a JSON object begins with, and a compact JWE never does. */
    private static final String READABLE = "{";

    private final Seal seal;

    OutboxSeal(@ConfigProperty(name = "tanggap.seal.at-rest-key") String key) {
        this.seal = Seal.ofBase64(key, "outbox");
    }

    /** The payload as it rests: sealed, unless {@code data} is {@link Unsealed}. */
    String rest(Object data, String payload) {
        return data instanceof Unsealed && payload.startsWith(READABLE) ? payload : seal.seal(payload);
    }

    /** @throws IllegalArgumentException if it was sealed, and not under this key */
    String open(String resting) {
        return resting.startsWith(READABLE) ? resting : seal.open(resting);
    }
}
