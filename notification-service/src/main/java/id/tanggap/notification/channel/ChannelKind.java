package id.tanggap.notification.channel;

/** The ways to reach a person. */
public enum ChannelKind {
    EMAIL,
    SMS,
    WHATSAPP,
    WEB_PUSH
}
