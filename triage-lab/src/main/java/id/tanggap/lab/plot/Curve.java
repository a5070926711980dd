package id.tanggap.lab.plot;

import java.util.List;

/** A named line through points, in the order in which they are to be joined. */
public record Curve(String name, List<Point> points) {

    /** One point; both in the plot's units. */
    public record Point(double x, double y) {}
}
