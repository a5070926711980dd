package id.tanggap.local.replay.scenario;

/** What a call truly is, and so what a careful operator says of it. */
public enum Kind {
    GENUINE("NORMAL"),
    SILENT("GHOST"),
    EXHAUST("PRANK"),
    PRANK("PRANK");

    private final String disposition;

    Kind(String disposition) {
        this.disposition = disposition;
    }

    /** A code of intake's {@code POST /calls/{id}/disposition}. */
    public String disposition() {
        return disposition;
    }

    public boolean hoax() {
        return this != GENUINE;
    }
}
