package id.tanggap.notification.delivery;

/** Where a delivery stands. */
public enum DeliveryStatus {
    /** Not yet tried. */
    PENDING,
    /** Tried, and to be tried again. */
    RETRYING,
    /** The receiver answered 2xx. */
    DELIVERED,
    /** Given up. */
    DEAD,
    /** Its subscription ended first. */
    CANCELLED
}
