package id.tanggap.ticket.area.policy;

/** Where a report's place is, seen from the regency. */
public enum Standing {
    /** In a desa, or in the kecamatan that was named. */
    INSIDE,
    /** Something at sea, near enough to a coast of the regency that nobody else would answer. */
    OFFSHORE,
    /** Anywhere else: another regency, a boat, or wrong coordinates. */
    OUTSIDE,
    /** Only names were told, and the regency has none like them: another regency's, or a spelling nobody could guess. */
    NOT_FOUND,
    /** Nothing was told that could be looked up. */
    UNKNOWN
}
