package id.tanggap.ticket.category;

import java.util.Optional;

/**
 * Who changes reference data, for the record.
 *
 * @param role the realm role that permits it
 * @param reason as the person wrote it
 */
public record Editor(String name, String role, Optional<String> reason) {}
