package id.tanggap.ticket.incident.policy;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is compared of a ticket.
 *
 * @param path its category's code and those above it in the tree, the category first
 * @param lat degrees, WGS 84; null with {@code lon} if unknown
 * @param kecamatan code, where its place was found
 * @param desa code, likewise
 * @param caller keyed reference, empty if withheld
 */
public record Sighting(
        List<String> path,
        Double lat,
        Double lon,
        Optional<String> kecamatan,
        Optional<String> desa,
        Optional<String> caller,
        Instant reportedAt) {}
