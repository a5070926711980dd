package id.tanggap.ticket.messaging;

/** How this service is called as a consumer, in inboxes, dead-letter queues and metrics. */
final class Consumers {

    static final String NAME = "ticket";

    private Consumers() {}
}
