package id.tanggap.ticket.area.policy;

/**
 * What the outlines say of coordinates.
 *
 * @param desa the desa that holds the point, or the nearest one
 * @param kecamatan the kecamatan of that desa
 * @param coastal whether that kecamatan has a coast
 * @param metres from the point to the desa, 0 inside
 */
public record Spot(Area desa, Area kecamatan, boolean coastal, double metres) {}
