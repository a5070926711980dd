package id.tanggap.local.replay.http;

import java.util.Optional;

/** Reads server-sent events line by line as a browser does (WHATWG HTML, 9.2.6). */
public final class EventStream {
    /**
     * One event.
     *
     * @param id of the last event that had one, itself included
     */
    public record Event(String id, String name, String data) {}

    private final StringBuilder data = new StringBuilder();
    private String lastId;
    private String pendingId;
    private String name = "";

    /** {@code lastId}: where an earlier stream ended; empty for none. */
    EventStream(String lastId) {
        this.lastId = lastId;
        this.pendingId = lastId;
    }

    /** Takes the next line; an empty one ends an event, which has data or only moves {@link #lastId}. */
    Optional<Event> accept(String line) {
        if (line.isEmpty()) {
            return dispatch();
        }
        int colon = line.indexOf(':');
        String field = colon < 0 ? line : line.substring(0, colon);
        String value = colon < 0 ? "" : line.substring(colon + 1);
        String content = value.startsWith(" ") ? value.substring(1) : value;
        switch (field) {
            case "id" -> pendingId = content;
            case "event" -> name = content;
            case "data" -> data.append(content).append('\n');
            default -> {
                // A comment, or what only a browser's own reconnecting needs.
            }
        }
        return Optional.empty();
    }

    /** To go on after, over a broken connection. */
    String lastId() {
        return lastId;
    }

    private Optional<Event> dispatch() {
        lastId = pendingId;
        Optional<Event> event = data.isEmpty()
                ? Optional.empty()
                : Optional.of(new Event(lastId, name, data.substring(0, data.length() - 1)));
        data.setLength(0);
        name = "";
        return event;
    }
}
