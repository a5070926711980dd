package id.tanggap.triage.api;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A part of a list.
 *
 * @param next cursor of the part that follows, empty at the end
 */
public record Page<T>(List<T> items, Optional<String> next) {

    /** The first {@code limit} of what was found, and where to go on if more was. */
    static <E, T> Page<T> of(List<E> found, int limit, Function<E, T> item, Function<E, String> cursor) {
        List<E> shown = found.subList(0, Math.min(found.size(), limit));
        return new Page<>(
                shown.stream().map(item).toList(),
                found.size() > limit ? Optional.of(cursor.apply(shown.getLast())) : Optional.empty());
    }
}
