package id.tanggap.monitoring.dashboard;

/** What a panel looks like. */
public enum Kind {
    /** One large number for each series, coloured by its thresholds. */
    STAT("stat", 4),
    /** Lines over time. */
    LINES("timeseries", 8),
    /** Areas upon each other over time: parts of a whole. */
    STACK("timeseries", 8),
    /** A bar for each series, as it is now. */
    BARS("bargauge", 8),
    /** How many fell into each bucket, over time. */
    HEAT("heatmap", 8);

    final String type;
    /** In rows of Grafana's grid. */
    final int height;

    Kind(String type, int height) {
        this.type = type;
        this.height = height;
    }
}
