package id.tanggap.ticket.area;

import id.tanggap.ticket.area.policy.Area;

/**
 * An area that a name may mean.
 *
 * @param kecamatan the area itself, or the one that it lies in
 * @param similarity Jaro-Winkler, 0 to 1; 1 for the name itself, however it is spelt
 */
public record Candidate(Area area, Area kecamatan, double similarity) {}
