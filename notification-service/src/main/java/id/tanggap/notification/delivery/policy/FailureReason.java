package id.tanggap.notification.delivery.policy;

/** Why an attempt did not deliver; goes into the delivery log and event, so a name never changes its meaning. */
public enum FailureReason {
    /** Answered, but not with 2xx. */
    HTTP_STATUS,
    /** Answered with a redirect, which is not followed: it could lead anywhere. */
    REDIRECT,
    /** Answered 410: the receiver wants no more of this. */
    GONE,
    /** No answer in time. */
    TIMEOUT,
    /** The host's name has no address. */
    UNRESOLVED,
    /** The host's name leads to an address that webhooks must not reach. */
    ADDRESS_REFUSED,
    /** The channel's server takes nothing for this recipient: trying again is of no use. */
    RECIPIENT_REFUSED,
    /** The channel's server refuses our credentials, sender, template or text: somebody has to mend that. */
    CHANNEL_REFUSED,
    /** Too many messages at once for the channel, by its own limit or by ours. */
    BUSY,
    /** Not tried: the channel has failed too often just before. */
    CHANNEL_DOWN,
    /** Not tried: this installation offers this channel no more. */
    NOT_OFFERED,
    /** No connection, or it broke before the answer. */
    CONNECTION_FAILED,
    /** The receiver's certificate does not hold, or it does not speak TLS. */
    TLS_FAILED,
    /** The channel had taken it on, and told later that it did not arrive. */
    UNDELIVERED,
    /** Its time ran out while its subscription was paused or disabled; it was not sent. */
    EXPIRED,
    /** The attempt broke on our side. */
    INTERNAL;

    /** Whether the channel kept it back without trying. */
    public boolean isUntried() {
        return this == BUSY || this == CHANNEL_DOWN;
    }
}
