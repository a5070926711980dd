package id.tanggap.ticket.category;

/** Kinds of reference data that have a history. */
public enum ReferenceKind {
    CATEGORY,
    AGENCY,
    AREA_RULE,
    HOLIDAY
}
