package id.tanggap.ticket.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import id.tanggap.platform.problem.Problem;
import id.tanggap.platform.problem.ProblemType;
import id.tanggap.platform.time.Now;
import id.tanggap.platform.tx.Transactions;
import id.tanggap.ticket.area.AreaShape;
import id.tanggap.ticket.area.Areas;
import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.config.ExportConfig;
import id.tanggap.ticket.export.Xml;
import id.tanggap.ticket.export.open311.Open311Mapper;
import id.tanggap.ticket.export.open311.OpenRequests;
import id.tanggap.ticket.export.open311.Request;
import id.tanggap.ticket.export.open311.Service;
import id.tanggap.ticket.ticket.Ticket;
import id.tanggap.ticket.ticket.TicketView;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.hibernate.reactive.mutiny.Mutiny;

/**
 * Open311 GeoReport v2, to read. What it tells could be told to everybody, and GeoReport asks for no key to read; all the same it
 * wants a token of one of the roles of {@code tanggap.export.open311-readers}, and whoever shows it to the public asks with its own:
 * how much is open is the regency's to decide. An agency is no reader: here it would see what is others'. A request is made by
 * calling 112.
 */
@Path("/open311/v2")
@RolesAllowed("${tanggap.export.open311-readers}")
public class Open311Resource {

    private static final String FORMAT = ".{format: json|xml}";
    private static final Xml XML = new Xml("", JsonInclude.Include.ALWAYS);
    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Transactions transactions;
    private final Catalogues catalogues;
    private final OpenRequests requests;
    private final Areas areas;
    private final Now now;
    private final ExportConfig config;

    Open311Resource(
            Transactions transactions,
            Catalogues catalogues,
            OpenRequests requests,
            Areas areas,
            Now now,
            ExportConfig config) {
        this.transactions = transactions;
        this.catalogues = catalogues;
        this.requests = requests;
        this.areas = areas;
        this.now = now;
        this.config = config;
    }

    /** The kinds of requests. */
    @GET
    @Path("/services" + FORMAT)
    public Uni<Response> services(String format) {
        return with((session, mapper) -> Uni.createFrom().item(mapper.services()))
                .map(all -> answer(format, all, new Service.All(all)));
    }

    /** What else is to be told with a request of one kind: nothing. */
    @GET
    @Path("/services/{code}" + FORMAT)
    public Uni<Response> service(String code, String format) {
        return with((session, mapper) -> Uni.createFrom().item(mapper.definition(code)))
                .map(found -> found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such service.")))
                .map(definition -> answer(format, definition, definition));
    }

    /** Requests, the newest first. */
    @GET
    @Path("/requests" + FORMAT)
    public Uni<Response> requests(String format, @BeanParam @Valid Open311Query query) {
        Instant at = now.get();
        return with((session, mapper) -> found(session, mapper, query, at).map(found -> found.stream()
                        .map(ticket -> request(mapper, ticket))
                        .toList()))
                .map(all -> answer(format, all, new Request.All(all)));
    }

    /** One request, as a list as GeoReport wants it. */
    @GET
    @Path("/requests/{number}" + FORMAT)
    public Uni<Response> request(String number, String format) {
        return with((session, mapper) -> requests.withNumber(session, mapper.codes(), number.replace("\u0000", ""))
                        .map(found -> found.map(ticket -> request(mapper, ticket))))
                .map(found -> List.of(
                        found.orElseThrow(() -> Problem.of(ProblemType.NOT_FOUND, "There is no such request."))))
                .map(one -> answer(format, one, new Request.All(one)));
    }

    private Uni<List<Ticket>> found(Mutiny.Session session, Open311Mapper mapper, Open311Query query, Instant at) {
        return query.numbers()
                .map(numbers -> requests.withNumbers(session, mapper.codes(), numbers))
                .orElseGet(() -> {
                    Open311Query.Span span = query.span(at);
                    return requests.list(session, query.of(mapper.codes()), span.from(), span.to(), query.statuses());
                });
    }

    private Request request(Open311Mapper mapper, Ticket ticket) {
        TicketView view = TicketView.of(ticket, Optional.empty());
        Optional<AreaShape> shape =
                view.area().flatMap(Open311Mapper::smallest).map(Area::code).flatMap(areas::shape);
        return mapper.request(view, shape);
    }

    private <T> Uni<T> with(BiFunction<Mutiny.Session, Open311Mapper, Uni<T>> work) {
        return transactions.read(session -> catalogues
                .current(session)
                .chain(catalogue -> work.apply(session, new Open311Mapper(catalogue, config.openCategories()))));
    }

    private static Response answer(String format, Object json, Object xml) {
        return format.equals("xml")
                ? Response.ok(XML.write(xml), "text/xml; charset=utf-8").build()
                : Response.ok(json(json), "application/json; charset=utf-8").build();
    }

    private static String json(Object document) {
        try {
            return JSON.writeValueAsString(document);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot be written as JSON", e);
        }
    }
}
