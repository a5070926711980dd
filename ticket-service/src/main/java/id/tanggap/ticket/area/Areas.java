package id.tanggap.ticket.area;

import id.tanggap.ticket.area.policy.Area;
import id.tanggap.ticket.area.policy.Named;
import id.tanggap.ticket.area.policy.Placement;
import id.tanggap.ticket.area.policy.PlacementPolicy;
import id.tanggap.ticket.area.policy.Spot;
import id.tanggap.ticket.config.AreaConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The regency's kecamatan and desa. Read once when the service starts: no report waits for that. */
@Startup
@ApplicationScoped
public class Areas {

    private static final int CANDIDATES = 10;
    private static final double MOST_LATITUDE = 90;
    private static final double MOST_LONGITUDE = 180;

    private final AreaIndex index;
    private final AreaNames names;
    private final PlacementPolicy policy;
    private final Shapes shapes;
    private final Map<String, Area> byCode = new TreeMap<>();

    Areas(AreaConfig config) {
        List<Desa> desa = Outlines.read(config.outlines());
        index = new AreaIndex(desa);
        names = new AreaNames(desa);
        shapes = new Shapes(desa);
        policy = new PlacementPolicy(config.borderMetres(), config.offshoreMetres());
        desa.stream()
                .flatMap(each -> Stream.of(each.kecamatan(), each.area()))
                .forEach(area -> byCode.put(area.code(), area));
    }

    /**
     * Where the place of something is that happens on land or at sea; every part of the place may be null. Coordinates that are none on this earth count as not told.
     *
     * @param lat degrees, WGS 84
     * @param lon degrees, WGS 84
     */
    public Placement place(Double lat, Double lon, String kecamatan, String desa, boolean atSea) {
        Named named = names.resolve(kecamatan, desa);
        if (!within(lat, MOST_LATITUDE) || !within(lon, MOST_LONGITUDE)) {
            return policy.place(Optional.empty(), atSea, named, Optional.empty());
        }
        Spot spot = index.at(lat, lon);
        return policy.place(
                Optional.of(spot), atSea, named, named.smallest().map(area -> index.metres(lat, lon, area)));
    }

    /** The areas whose names are like this one, at most ten, the most alike first. */
    public List<Candidate> like(String name) {
        return names.like(name, CANDIDATES);
    }

    /** The area of this code. */
    public Optional<Area> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** The outline of the area of this code, coarse enough for a message. */
    public Optional<AreaShape> shape(String code) {
        return find(code).map(shapes::of);
    }

    /** All kecamatan and desa, by code: each kecamatan before its desa. */
    public List<Area> all() {
        return List.copyOf(byCode.values());
    }

    private static boolean within(Double degrees, double most) {
        return degrees != null && Math.abs(degrees) <= most;
    }
}
