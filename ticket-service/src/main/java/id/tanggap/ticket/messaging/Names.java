package id.tanggap.ticket.messaging;

import java.util.Arrays;
import java.util.Optional;

/** Reads names of another service's lists, which may grow. */
final class Names {

    private Names() {}

    static <E extends Enum<E>> Optional<E> find(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(name))
                .findFirst();
    }
}
