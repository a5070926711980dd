package id.tanggap.ticket.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.ticket.history.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Knows who looks from the access token. */
@RequestScoped
class Viewers {

    private final SecurityIdentity identity;
    private final JsonWebToken token;

    Viewers(SecurityIdentity identity, JsonWebToken token) {
        this.identity = identity;
        this.token = token;
    }

    Viewer current() {
        if (identity.hasRole(Roles.OPERATOR) || identity.hasRole(Roles.SUPERVISOR)) {
            return new Viewer.Centre();
        }
        return identity.hasRole(Roles.OPERATIONS) ? new Viewer.Operations() : new Viewer.Agency(agency());
    }

    /** Who it is, for the record; only of those who may see reporters. */
    Actor actor() {
        Actor.Role role = identity.hasRole(Roles.SUPERVISOR)
                ? Actor.Role.SUPERVISOR
                : identity.hasRole(Roles.OPERATOR) ? Actor.Role.OPERATOR : Actor.Role.AGENCY;
        return new Actor(identity.getPrincipal().getName(), role);
    }

    /** The agency of the token: never one of the request's choice. */
    String agency() {
        Object agency = token.getClaim("agency");
        if (agency instanceof String id && !id.isBlank()) {
            return id;
        }
        throw Problem.of(ProblemType.FORBIDDEN, "The access token names no agency.");
    }
}
