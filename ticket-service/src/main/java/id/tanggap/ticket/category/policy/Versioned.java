package id.tanggap.ticket.category.policy;

/** A piece of reference data, whose version every change raises, from 1. */
public interface Versioned<T> {

    long version();

    /** The same under another version. */
    T withVersion(long other);
}
