package id.tanggap.ticket.retention;

import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;

/** One that is kept longer than it may be, while a round tries to remove it. */
final class Overdue {

    /** Some exceptions are, by way of others, their own cause. */
    private static final int DEEPEST = 50;

    private final UUID id;
    private String why = "unknown";

    Overdue(UUID id) {
        this.id = id;
    }

    UUID id() {
        return id;
    }

    /** Remembers the kind of failure: its words may repeat what is to be forgotten. */
    void failed(Throwable failure) {
        List<Throwable> causes = Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .limit(DEEPEST)
                .toList();
        String state = causes.stream()
                .filter(SQLException.class::isInstance)
                .map(refused -> " " + ((SQLException) refused).getSQLState())
                .findFirst()
                .orElse("");
        why = causes.getLast().getClass().getSimpleName() + state;
    }

    /** Why it could not be removed: an exception's name, with the SQLSTATE of what the database refused. */
    String why() {
        return why;
    }
}
