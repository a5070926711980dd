package id.tanggap.platform.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who asks, as the access token says. */
@RequestScoped
public class Asker {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Asker(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The name of the person or machine, for the record. */
    public String name() {
        return identity.getPrincipal().getName();
    }

    /** The same by the realm's own id, which outlives a change of name; the name if the token has none. */
    public String subject() {
        String subject = token.getSubject();
        return subject == null ? name() : subject;
    }

    /** How long the token is still good for, at least a moment. */
    public Duration remaining() {
        Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()));
        return left.isPositive() ? left : Duration.ofMillis(1);
    }
}
