package id.tanggap.ticket.report;

import id.tanggap.ticket.area.Areas;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.category.Catalogues;
import id.tanggap.ticket.category.policy.Catalogue;
import id.tanggap.ticket.category.policy.Category;
import id.tanggap.ticket.category.policy.Route;
import id.tanggap.ticket.category.policy.RoutingPolicy;
import id.tanggap.ticket.priority.policy.Told;
import id.tanggap.ticket.ticket.Location;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import org.hibernate.reactive.mutiny.Mutiny;

/** Finds where a report goes by what it is about and where that is. */
@ApplicationScoped
class Routing {

    private final Catalogues catalogues;
    private final Areas areas;

    Routing(Catalogues catalogues, Areas areas) {
        this.catalogues = catalogues;
        this.areas = areas;
    }

    /** The route by the reference data as it is now. */
    Uni<Route> route(Mutiny.Session session, Report report, Instant receivedAt) {
        return catalogues
                .current(session)
                .map(catalogue -> RoutingPolicy.route(
                        catalogue,
                        report.category(),
                        Told.of(report.lifeThreat(), report.text()),
                        place(catalogue, report),
                        receivedAt));
    }

    private Placement place(Catalogue catalogue, Report report) {
        Location told = report.location();
        return told == null
                ? Placement.UNKNOWN
                : areas.place(
                        told.lat(),
                        told.lon(),
                        told.kecamatan(),
                        told.desa(),
                        catalogue
                                .category(report.category())
                                .map(Category::atSea)
                                .orElse(false));
    }
}
