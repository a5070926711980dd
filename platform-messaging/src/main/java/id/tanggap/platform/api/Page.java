package id.tanggap.platform.api;

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
    public static <E> Page<E> of(List<E> found, int limit, Function<E, String> cursor) {
        List<E> shown = found.subList(0, Math.min(found.size(), limit));
        return new Page<>(shown, found.size() > limit ? Optional.of(cursor.apply(shown.getLast())) : Optional.empty());
    }

    /** The same part with its items shown otherwise, or not at all. */
    public <R> Page<R> map(Function<T, Optional<R>> shown) {
        return new Page<>(
                items.stream().flatMap(item -> shown.apply(item).stream()).toList(), next);
    }
}
