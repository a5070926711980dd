package id.tanggap.notification.feed;

import id.tanggap.notification.feed.policy.ResumePoint;

/** A piece of an agency's stream. */
public sealed interface Frame {

    /** Where the stream begins; a client that breaks off before the first news goes on from here. */
    record Opened(long position) implements Frame {}

    /** Some of what the client asked for is no longer here. */
    record Missing(ResumePoint.Gap gap) implements Frame {}

    /** An entry of the feed. */
    record News(Feed.Entry entry) implements Frame {}

    /** Nothing new, but alive. */
    record Heartbeat() implements Frame {}
}
