package id.tanggap.notification.channel;

/** The ways to reach a receiver; a name never changes its meaning. */
public enum ChannelKind {
    /** To a machine; not a {@link Channel}, for it is signed by its subscription's secret and may go to any address. */
    WEBHOOK,
    EMAIL,
    SMS,
    WHATSAPP,
    WEB_PUSH,
    /** A call that reads the ticket out, made by a voice gateway. */
    VOICE
}
