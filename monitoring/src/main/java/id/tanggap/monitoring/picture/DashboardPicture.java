package id.tanggap.monitoring.picture;

import id.tanggap.monitoring.dashboard.Dashboard;
import id.tanggap.monitoring.dashboard.Dashboards;
import id.tanggap.monitoring.dashboard.Kind;
import id.tanggap.monitoring.dashboard.Panel;
import id.tanggap.monitoring.dashboard.Threshold;
import id.tanggap.monitoring.dashboard.Threshold.Colour;
import id.tanggap.monitoring.picture.Readings.Series;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A dashboard drawn as an SVG from what a running Prometheus says now: the panels' own queries, units and thresholds, without
 * Grafana. Lines and heat maps are not drawn.
 */
public final class DashboardPicture {
    private static final int WIDTH = 1200;
    private static final double COLUMN = WIDTH / 24.0;
    private static final int GAP = 6;
    private static final int TILE = 84;
    private static final int CHART = 210;
    private static final int HEAD = 30;
    private static final String INK = "#24292e";
    private static final String FAINT = "#6a737d";
    private static final List<String> SERIES = List.of(
            "#3274d9", "#e0752d", "#56a64b", "#a352cc", "#e02f44", "#1f9e9e", "#b08d00", "#7b7b7b", "#c15c95",
            "#4c5fa0");

    private final Svg svg = new Svg();
    private final Readings readings;
    private double y;

    private DashboardPicture(Readings readings) {
        this.readings = readings;
    }

    /** Prometheus' address, the dashboard's uid, how many minutes back, the file. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Dashboard dashboard = Dashboards.all().stream()
                .filter(each -> each.uid().equals(arguments[1]))
                .findFirst()
                .orElseThrow();
        Readings readings = new Readings(arguments[0], Duration.ofMinutes(Long.parseLong(arguments[2])));
        Files.writeString(Path.of(arguments[3]), new DashboardPicture(readings).draw(dashboard));
    }

    private String draw(Dashboard dashboard) throws IOException, InterruptedException {
        y = 34;
        svg.words(GAP, 24, 19, INK, "start", dashboard.title());
        for (Dashboard.Row row : dashboard.rows()) {
            svg.words(GAP, y + 20, 13, FAINT, "start", row.title());
            y += HEAD;
            double x = 0;
            int height = 0;
            for (Panel panel : row.panels()) {
                double width = panel.width() * COLUMN;
                height = Math.max(height, panel.kind() == Kind.STAT ? TILE : CHART);
                draw(panel, x + GAP / 2.0, width - GAP);
                x += width;
            }
            y += height + GAP;
        }
        return svg.page(WIDTH, (int) y + GAP, dashboard.title());
    }

    private void draw(Panel panel, double x, double width) throws IOException, InterruptedException {
        switch (panel.kind()) {
            case STAT -> tile(panel, x, width);
            case BARS -> bars(panel, x, width);
            case STACK -> stack(panel, x, width);
            case LINES, HEAT -> throw new IllegalArgumentException("not drawn: " + panel.title());
        }
    }

    private void tile(Panel panel, double x, double width) throws IOException, InterruptedException {
        List<Series> found = readings.now(panel.queries());
        boolean empty = found.isEmpty() || Double.isNaN(found.getFirst().last());
        double value = empty ? 0 : found.getFirst().last();
        svg.box(x, y, width, TILE, empty ? "#8e8e8e" : colour(panel, value));
        svg.words(x + 8, y + 18, 11, "#ffffff", "start", panel.title());
        String words = empty ? "tidak ada data" : written(panel, value);
        svg.words(x + width / 2, y + 60, words.length() > 10 ? 20 : 30, "#ffffff", "middle", words);
    }

    private void bars(Panel panel, double x, double width) throws IOException, InterruptedException {
        List<Series> found = new ArrayList<>(readings.now(panel.queries()));
        found.sort(Comparator.comparingDouble(Series::last).reversed());
        frame(panel, x, width);
        double most = found.stream().mapToDouble(Series::last).max().orElse(1);
        double step = Math.min(22, (CHART - 34.0) / Math.max(1, found.size()));
        double line = y + 32;
        for (Series series : found) {
            double length = most > 0 ? (width - 170) * series.last() / most : 0;
            svg.words(x + 112, line + step * 0.65, 11, INK, "end", series.legend());
            svg.box(x + 118, line + 1, Math.max(1, length), step - 3, colour(panel, series.last()));
            svg.words(x + 124 + length, line + step * 0.65, 11, FAINT, "start", written(panel, series.last()));
            line += step;
        }
    }

    private void stack(Panel panel, double x, double width) throws IOException, InterruptedException {
        List<Series> found = readings.over(panel.queries());
        frame(panel, x, width);
        int points = found.stream().mapToInt(each -> each.values().size()).max().orElse(0);
        double[] top = new double[points];
        found.forEach(each -> add(top, each));
        double most = Math.max(1, Arrays.stream(top).max().orElse(1));
        double left = x + 40;
        double bottom = y + CHART - 44;
        double high = CHART - 76.0;
        svg.words(left - 6, bottom - high + 8, 10, FAINT, "end", written(panel, most));
        svg.words(left - 6, bottom, 10, FAINT, "end", "0");
        double[] below = new double[points];
        for (int i = 0; i < found.size(); i++) {
            double[] above = below.clone();
            add(above, found.get(i));
            List<double[]> outline = new ArrayList<>();
            for (int p = 0; p < points; p++) {
                outline.add(new double[] {place(left, width, p, points), bottom - high * above[p] / most});
            }
            for (int p = points - 1; p >= 0; p--) {
                outline.add(new double[] {place(left, width, p, points), bottom - high * below[p] / most});
            }
            svg.area(outline, SERIES.get(i % SERIES.size()));
            double legend = left + i % 6 * (width - 50) / 6;
            double row = bottom + 16 + i / 6 * 14.0;
            svg.box(legend, row - 8, 9, 9, SERIES.get(i % SERIES.size()));
            svg.words(legend + 13, row, 10, INK, "start", found.get(i).legend());
            below = above;
        }
    }

    private static double place(double left, double width, int point, int points) {
        return left + (width - 56) * point / Math.max(1, points - 1);
    }

    /** A series that began later than the others has its values at the end. */
    private static void add(double[] sums, Series series) {
        int begin = sums.length - series.values().size();
        for (int i = 0; i < series.values().size(); i++) {
            double value = series.values().get(i);
            sums[begin + i] += Double.isNaN(value) ? 0 : value;
        }
    }

    private void frame(Panel panel, double x, double width) {
        svg.box(x, y, width, CHART, "#ffffff");
        svg.words(x + 8, y + 18, 12, INK, "start", panel.title());
    }

    private static String colour(Panel panel, double value) {
        Colour colour = panel.start();
        for (Threshold threshold : panel.thresholds()) {
            if (value >= threshold.from()) {
                colour = threshold.colour();
            }
        }
        return switch (colour) {
            case GREEN -> panel.thresholds().isEmpty() ? "#3274d9" : "#3c8c3f";
            case YELLOW -> "#c98a00";
            case RED -> "#c4162a";
        };
    }

    private static String written(Panel panel, double value) {
        return switch (panel.unit()) {
            case SHARE -> String.format(Locale.ROOT, "%.1f %%", value * 100);
            case SECONDS ->
                value < 120 ? String.format(Locale.ROOT, "%.1f s", value) : Math.round(value / 60) + " menit";
            case YES_NO -> value > 0 ? "ya" : "tidak";
            case COUNT -> Long.toString(Math.round(value));
            case BYTES, PER_SECOND, RATIO -> String.format(Locale.ROOT, "%.2f", value);
        };
    }
}
