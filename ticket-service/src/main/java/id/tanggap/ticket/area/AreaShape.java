package id.tanggap.ticket.area;

import java.util.List;

/**
 * An area on a map.
 *
 * @param inside a point in it, about its middle
 * @param rings its outer borders, the first point again at the end; more than one where it has islands
 */
public record AreaShape(LatLon inside, List<List<LatLon>> rings) {

    /** A point in WGS 84 degrees. */
    public record LatLon(double lat, double lon) {}
}
