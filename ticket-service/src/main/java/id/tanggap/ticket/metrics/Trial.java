package id.tanggap.ticket.metrics;

/** The synthetic test call's ticket, by its reference data (V76): no figure of the line's or of an agency's counts it. */
final class Trial {

    static final String CATEGORY = "TEST";

    private Trial() {}
}
