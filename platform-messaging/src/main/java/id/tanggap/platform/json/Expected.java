package id.tanggap.platform.json;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.UUID;

/** Names Java types as a client of a JSON interface knows them. */
final class Expected {

    private Expected() {}

    static String nameOf(Class<?> type) {
        if (type == Instant.class || type == OffsetDateTime.class) {
            return "a time such as 2025-05-20T07:00:00Z";
        }
        if (type == LocalTime.class) {
            return "a time of day such as 07:30";
        }
        if (type == Duration.class) {
            return "a duration such as PT15M";
        }
        if (type == UUID.class) {
            return "a UUID";
        }
        if (type == String.class || type.isEnum()) {
            return "a string";
        }
        if (type == boolean.class || type == Boolean.class) {
            return "true or false";
        }
        if (type == int.class || type == Integer.class || type == long.class || type == Long.class) {
            return "a whole number";
        }
        if (Number.class.isAssignableFrom(type) || type.isPrimitive()) {
            return "a number";
        }
        if (type.isArray() || Collection.class.isAssignableFrom(type)) {
            return "a list";
        }
        return "an object";
    }
}
