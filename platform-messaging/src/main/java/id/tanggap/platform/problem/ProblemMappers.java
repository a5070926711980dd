package id.tanggap.platform.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import id.tanggap.platform.tx.DatabaseFailures;
import io.quarkus.hibernate.validator.runtime.jaxrs.ResteasyReactiveViolationException;
import io.quarkus.oidc.OIDCException;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.Duration;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Makes every failure of a request an RFC 9457 problem; nothing of the inside is told. */
class ProblemMappers {

    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);
    static final String TOKEN_WANTED = "Send a bearer token of this realm.";

    private static final Duration RETRY = Duration.ofSeconds(5);

    @ServerExceptionMapper
    Response problem(Problem problem, UriInfo uri) {
        return ProblemResponses.of(problem, uri);
    }

    @ServerExceptionMapper
    Response invalid(ResteasyReactiveViolationException e, UriInfo uri) {
        return ProblemResponses.of(Faults.of(e), uri);
    }

    @ServerExceptionMapper
    Response mismatched(MismatchedInputException e, UriInfo uri) {
        return ProblemResponses.of(Faults.of(e), uri);
    }

    @ServerExceptionMapper
    Response unreadable(JsonProcessingException e, UriInfo uri) {
        return ProblemResponses.of(Faults.of(e), uri);
    }

    @ServerExceptionMapper
    Response unauthorized(UnauthorizedException e, UriInfo uri) {
        return ProblemResponses.of(Problem.of(ProblemType.UNAUTHORIZED, TOKEN_WANTED), uri);
    }

    @ServerExceptionMapper
    Response unauthenticated(AuthenticationFailedException e, UriInfo uri) {
        return ProblemResponses.of(
                Problem.of(ProblemType.UNAUTHORIZED, "The bearer token is not valid here or no longer."), uri);
    }

    @ServerExceptionMapper
    Response forbidden(ForbiddenException e, UriInfo uri) {
        return ProblemResponses.of(Problem.of(ProblemType.FORBIDDEN, "The token's roles do not permit this."), uri);
    }

    @ServerExceptionMapper
    Response noIdentityProvider(OIDCException e, UriInfo uri) {
        LOG.warnf("event=token-not-checked path=%s cause=\"%s\"", uri.getPath(), e);
        return ProblemResponses.of(
                Problem.of(ProblemType.UNAVAILABLE, "The token cannot be checked at the moment.")
                        .retryAfter(RETRY),
                uri);
    }

    @ServerExceptionMapper
    Response web(WebApplicationException e, UriInfo uri) {
        return ProblemResponses.of(Faults.of(e), uri);
    }

    @ServerExceptionMapper
    Response other(Throwable e, UriInfo uri) {
        if (DatabaseFailures.isUnavailable(e)) {
            LOG.warnf("event=request-refused path=%s cause=\"%s\"", uri.getPath(), e);
            return ProblemResponses.of(
                    Problem.of(ProblemType.UNAVAILABLE, "The database does not answer; send the same request again.")
                            .retryAfter(RETRY),
                    uri);
        }
        LOG.errorf(e, "event=request-failed path=%s", uri.getPath());
        return ProblemResponses.of(
                Problem.of(ProblemType.INTERNAL, "The fault is ours and was logged; send the same request again."),
                uri);
    }
}
