package id.tanggap.platform.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.List;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses U+0000 in any part of a path or a query: PostgreSQL holds no such text, so nothing here is called by it. */
class StorableParameters {

    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        check(request.getUriInfo().getPathParameters());
        check(request.getUriInfo().getQueryParameters());
    }

    private static void check(MultivaluedMap<String, String> parameters) {
        parameters.forEach((name, values) -> check(name, values));
    }

    private static void check(String name, List<String> values) {
        if (values.stream().anyMatch(value -> value.indexOf('\u0000') >= 0)) {
            throw Problem.invalid(name, "must not contain U+0000");
        }
    }
}
