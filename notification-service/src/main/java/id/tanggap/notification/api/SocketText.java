package id.tanggap.notification.api;

import id.tanggap.notification.feed.Frame;
import id.tanggap.notification.feed.policy.ResumePoint;

/** A piece of an agency's stream as a WebSocket's text: JSON on one line, in the words of the server-sent stream. */
final class SocketText {

    private SocketText() {}

    static String of(Frame frame) {
        return switch (frame) {
            case Frame.Opened(long position) -> "{\"event\":\"open\",\"id\":\"" + position + "\"}";
            case Frame.Missing(var gap) -> "{\"event\":\"gap\",\"data\":" + of(gap) + "}";
            case Frame.News(var entry) ->
                "{\"event\":\"ticket\",\"id\":\"" + entry.position() + "\",\"data\":" + entry.view() + "}";
            case Frame.Heartbeat() -> "{\"event\":\"heartbeat\"}";
        };
    }

    static String of(ResumePoint.Gap gap) {
        return "{\"requested\":" + gap.requested() + ",\"resumedAfter\":" + gap.resumedAfter() + "}";
    }
}
