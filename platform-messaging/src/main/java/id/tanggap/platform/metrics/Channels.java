package id.tanggap.platform.metrics;

/**
 * The values of the label {@code channel}: a topic without its version and without whose it is, so that the topics of all agencies are
 * one value and an event has the same on its way out and on its way in.
 */
public final class Channels {

    private static final int SERVICE_AND_SUBJECT = 2;

    private Channels() {}

    /** {@code ticket-agency} for {@code ticket.agency.damkar.v1}. */
    public static String ofTopic(String topic) {
        String[] parts = topic.split("\\.", SERVICE_AND_SUBJECT + 1);
        return parts.length < SERVICE_AND_SUBJECT ? topic : parts[0] + "-" + parts[1];
    }

    /** {@code intake-report} for each of the consumers that a channel of that name shares its work among. */
    static String ofConsumer(String name) {
        int place = name.indexOf('$');
        return place < 0 ? name : name.substring(0, place);
    }
}
