package id.tanggap.platform.consume;

/** What becomes of one record of a batch; told once, by any thread. */
public interface Receipt {

    /** Its effect is in the database, or it has none. */
    void kept();

    /** It can never have an effect: it goes to the dead-letter queue with the reason. */
    void refused(Throwable why);
}
