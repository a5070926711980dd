package id.tanggap.intake.api;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.time.Instant;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** The person who asks, as the access token says. */
@RequestScoped
class Operator {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Operator(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    /** The user name, for the record. */
    String name() {
        return identity.getPrincipal().getName();
    }

    /** How long the token is still good for, at least a moment. */
    Duration remaining() {
        Duration left = Duration.between(Instant.now(), Instant.ofEpochSecond(token.getExpirationTime()));
        return left.isPositive() ? left : Duration.ofMillis(1);
    }
}
