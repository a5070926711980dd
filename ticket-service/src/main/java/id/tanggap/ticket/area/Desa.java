package id.tanggap.ticket.area;

import id.tanggap.ticket.area.policy.Area;
import org.locationtech.jts.geom.Geometry;

/**
 * A desa or kelurahan with its outline.
 *
 * @param coastal whether its kecamatan has a coast
 * @param outline in WGS 84 degrees as read, x the longitude
 */
record Desa(Area area, Area kecamatan, boolean coastal, Geometry outline) {}
