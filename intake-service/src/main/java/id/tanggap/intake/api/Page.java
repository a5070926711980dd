package id.tanggap.intake.api;

import java.util.List;
import java.util.Optional;

/**
 * A part of a list.
 *
 * @param next cursor of the part that follows, empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {}
