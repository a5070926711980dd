package id.tanggap.monitoring.picture;

import java.util.List;
import java.util.Locale;

/** An SVG under construction; all lengths in its own units. */
final class Svg {
    private final StringBuilder text = new StringBuilder();

    void box(double x, double y, double width, double height, String fill) {
        add(
                "<rect x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\" rx=\"3\" fill=\"%s\"/>",
                x, y, width, height, fill);
    }

    void words(double x, double y, double size, String fill, String anchor, String words) {
        add(
                "<text x=\"%.1f\" y=\"%.1f\" font-size=\"%.0f\" fill=\"%s\" text-anchor=\"%s\">%s</text>",
                x, y, size, fill, anchor, words.replace("&", "&amp;").replace("<", "&lt;"));
    }

    /** A closed area through the points, each of two numbers. */
    void area(List<double[]> points, String fill) {
        StringBuilder path = new StringBuilder();
        points.forEach(point -> path.append(String.format(Locale.ROOT, "%.1f,%.1f ", point[0], point[1])));
        add(
                "<polygon points=\"%s\" fill=\"%s\" fill-opacity=\"0.75\"/>",
                path.toString().strip(), fill);
    }

    String page(int width, int height, String title) {
        return String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\"><title>%s</title>%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"#f4f5f5\"/>%n%s</svg>%n",
                width,
                height,
                width,
                height,
                title,
                text);
    }

    private void add(String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
