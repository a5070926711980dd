package id.tanggap.lab.plot;

import java.awt.Color;
import java.awt.Dimension;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGraphics2D;
import org.apache.batik.svggen.SVGSyntax;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.SeriesMarkers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * The laboratory's plots as SVG files. Drawn by Java's own graphics without a display, which needs fontconfig and any font on
 * Linux; every plot says that behaviour is simulated.
 */
public final class Plots {
    private static final int WIDTH = 760;
    private static final int HEIGHT = 560;
    private static final String SIMULATED = " (simulated behaviour)";

    private Plots() {}

    /** How often it was so against how likely it was said to be; perfect is the diagonal. */
    public static void reliability(Path svg, String title, List<Curve> curves) throws IOException {
        XYChart chart = chart(title, "predicted probability of a hoax", "share that were hoaxes");
        chart.getStyler().setXAxisMin(0.0).setXAxisMax(1.0).setYAxisMin(0.0).setYAxisMax(1.0);
        chart.addSeries("perfect", new double[] {0, 1}, new double[] {0, 1})
                .setMarker(SeriesMarkers.NONE)
                .setLineStyle(SeriesLines.DASH_DASH)
                .setLineColor(Color.GRAY);
        add(chart, curves);
        write(chart, svg);
    }

    /** What is saved (0 to 1) against the genuine calls that are never touched (0 to 1); best is the upper right. */
    public static void tradeOff(Path svg, String title, List<Curve> curves) throws IOException {
        XYChart chart = chart(title, "genuine calls never in the lowest band", "share of operators' hoax time saved");
        chart.getStyler().setYAxisMin(0.0).setYAxisMax(1.0);
        add(chart, curves);
        write(chart, svg);
    }

    private static XYChart chart(String title, String x, String y) {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .title(title + SIMULATED)
                .xAxisTitle(x)
                .yAxisTitle(y)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideS).setChartBackgroundColor(Color.WHITE);
        return chart;
    }

    private static void add(XYChart chart, List<Curve> curves) {
        for (Curve curve : curves) {
            chart.addSeries(
                    curve.name(),
                    curve.points().stream().mapToDouble(Curve.Point::x).toArray(),
                    curve.points().stream().mapToDouble(Curve.Point::y).toArray());
        }
    }

    private static void write(XYChart chart, Path svg) throws IOException {
        System.setProperty("java.awt.headless", "true");
        SVGGraphics2D graphics = new SVGGraphics2D(document());
        chart.paint(graphics, WIDTH, HEIGHT);
        graphics.setSVGCanvasSize(new Dimension(WIDTH, HEIGHT));
        Element root = graphics.getRoot();
        describe(root, "desc", String.join(", ", chart.getSeriesMap().keySet()));
        describe(root, "title", chart.getTitle());
        try (Writer file = Files.newBufferedWriter(svg)) {
            graphics.stream(root, file, true, false);
        } finally {
            graphics.dispose();
        }
    }

    /** Letters are drawn as outlines: a screen reader and a search need the words as well. */
    private static void describe(Element root, String element, String text) {
        Element said = root.getOwnerDocument().createElementNS(SVGSyntax.SVG_NAMESPACE_URI, element);
        said.setTextContent(text);
        root.insertBefore(said, root.getFirstChild());
    }

    private static Document document() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .getDOMImplementation()
                    .createDocument(SVGSyntax.SVG_NAMESPACE_URI, "svg", null);
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("Java's own XML is not as it ships", e);
        }
    }
}
