package id.tanggap.ticket.assignment.policy;

/**
 * The synthetic test call's ticket, by its reference data (V76): it goes to an agency that nobody works in. Nothing else may ever go
 * there, for nobody would come, and it goes nowhere else. No figure counts it.
 */
public final class Trial {

    public static final String CATEGORY = "TEST";
    public static final String AGENCY = "uji";

    /** What a field is told that would bring the two together with others. */
    public static final String FAULT =
            "trials have " + AGENCY + " and nobody else, and " + AGENCY + " has nothing else";

    private Trial() {}

    public static boolean isOf(String agency) {
        return agency.equals(AGENCY);
    }

    public static boolean isCategory(String code) {
        return code.equals(CATEGORY);
    }
}
