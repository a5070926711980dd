package id.tanggap.lab.world;

/**
 * What a genuine caller needs; names are ticket-service's category codes. Life-threat and panic shares are judgements.
 */
public enum Need {
    FIRE(0.45, 0.6, 0.8),
    RESCUE(0.7, 0.5, 0.2),
    ANIMAL(0.04, 0.2, 0),
    FLOOD(0.2, 0.3, 3),
    WIND(0.2, 0.4, 2),
    LANDSLIDE(0.4, 0.5, 1.5),
    FALLEN_TREE(0.05, 0.1, 1.5),
    SEA_ACCIDENT(0.8, 0.6, 0.3),
    TRAFFIC_ACCIDENT(0.45, 0.5, 0.6),
    MEDICAL(0.75, 0.5, 0),
    AMBULANCE(0.2, 0.15, 0),
    CHILDBIRTH(0.5, 0.5, 0),
    CRIME(0.4, 0.4, 0.1),
    DOMESTIC_VIOLENCE(0.5, 0.6, 0.05),
    CHILD_DANGER(0.6, 0.5, 0.1),
    MISSING_PERSON(0.3, 0.4, 0),
    ELECTRICITY_DANGER(0.3, 0.3, 0.4),
    PUBLIC_ORDER(0.05, 0.1, 0.3),
    ODGJ(0.1, 0.2, 0.1),
    WATER(0, 0, 0.2),
    ELECTRICITY(0, 0, 0.3),
    ROAD_DAMAGE(0.01, 0, 0),
    STREET_LIGHT(0, 0, 0),
    WASTE(0, 0, 0),
    HOMELESS(0.05, 0, 0),
    FAKE_WHATSAPP(0, 0, 0);

    private final double lifeThreat;
    private final double panic;
    private final double otherCallers;

    Need(double lifeThreat, double panic, double otherCallers) {
        this.lifeThreat = lifeThreat;
        this.panic = panic;
        this.otherCallers = otherCallers;
    }

    /** Share of such calls in which a life is at stake. */
    public double lifeThreat() {
        return lifeThreat;
    }

    /** Share of such callers who panic. */
    public double panic() {
        return panic;
    }

    /** Mean number of other people who call about the same event. */
    public double otherCallers() {
        return otherCallers;
    }

    /** Whether it is one of those that can wait for office hours. */
    public boolean household() {
        return compareTo(WATER) >= 0;
    }
}
