package id.tanggap.notification.api;

import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, as the token says. */
@RequestScoped
public class Caller {

    /** Administers an agency: its subscriptions and their secrets, its roster, what is sent again. Also the claim's name. */
    static final String AGENCY = "agency";
    /** Works an agency's tickets, and hears of them. */
    static final String OFFICER = "officer";

    static final String OPERATIONS = "operations";
    static final String OPERATOR = "operator";
    static final String SUPERVISOR = "supervisor";

    private final JsonWebToken token;
    private final SecurityIdentity identity;

    Caller(JsonWebToken token, SecurityIdentity identity) {
        this.token = token;
        this.identity = identity;
    }

    /** The agency that the caller acts for; a 403 problem for a token that names none. */
    String agency() {
        return Optional.ofNullable(token.<String>getClaim(AGENCY))
                .filter(agency -> !agency.isBlank())
                .orElseThrow(() -> Problem.of(ProblemType.FORBIDDEN, "The token names no agency."));
    }

    /** Whether the caller works at the command centre, which sees every agency's part of a ticket. */
    boolean isCommandCentre() {
        return identity.hasRole(OPERATOR) || identity.hasRole(SUPERVISOR);
    }

    boolean isOperations() {
        return identity.hasRole(OPERATIONS);
    }
}
