package id.tanggap.monitoring.dashboard;

/** How Grafana writes a value. */
public enum Unit {
    COUNT("none", 0),
    SHARE("percentunit", 1),
    SECONDS("s", 1),
    BYTES("bytes", 1),
    PER_SECOND("ops", 2),
    RATIO("none", 2),
    /** 0 or 1, written in words. */
    YES_NO("bool_yes_no", 0);

    final String id;
    final int decimals;

    Unit(String id, int decimals) {
        this.id = id;
        this.decimals = decimals;
    }
}
