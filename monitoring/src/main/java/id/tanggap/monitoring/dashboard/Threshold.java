package id.tanggap.monitoring.dashboard;

/** From this value on, in the panel's unit, it is coloured so. */
public record Threshold(double from, Colour colour) {

    /** Grafana's names of colours. */
    public enum Colour {
        GREEN,
        YELLOW,
        RED
    }
}
