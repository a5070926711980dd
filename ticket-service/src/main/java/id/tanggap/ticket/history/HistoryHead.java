package id.tanggap.ticket.history;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** The end of the chain: one row. */
@Entity
public class HistoryHead {

    @Id
    boolean single;

    long position;
    byte[] hash;

    protected HistoryHead() {}
}
